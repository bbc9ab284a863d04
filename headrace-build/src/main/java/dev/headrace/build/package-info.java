/** What the build itself runs. */
@NullMarked
package dev.headrace.build;

import org.jspecify.annotations.NullMarked;
