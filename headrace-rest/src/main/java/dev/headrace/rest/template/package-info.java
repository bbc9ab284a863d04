/** Texts with placeholders such as {@code {resources.posts.id}}, and how values are written into them. */
@NullMarked
package dev.headrace.rest.template;

import org.jspecify.annotations.NullMarked;
