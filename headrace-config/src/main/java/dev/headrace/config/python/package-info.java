/** Reads literals out of Python programs without running them. */
@NullMarked
package dev.headrace.config.python;

import org.jspecify.annotations.NullMarked;
