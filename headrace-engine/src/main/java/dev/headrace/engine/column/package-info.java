/** Rows on their way from a page to a file: batches of columns, filled by one thread and written by another. */
@NullMarked
package dev.headrace.engine.column;

import org.jspecify.annotations.NullMarked;
