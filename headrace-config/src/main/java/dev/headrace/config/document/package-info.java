/** Reads configuration documents of any kind. */
@NullMarked
package dev.headrace.config.document;

import org.jspecify.annotations.NullMarked;
