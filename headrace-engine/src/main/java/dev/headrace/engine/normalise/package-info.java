/**
 * From the bytes of a page to rows of tables: lists become nested tables, nested objects become columns, and columns take
 * their types from the first value.
 */
@NullMarked
package dev.headrace.engine.normalise;

import org.jspecify.annotations.NullMarked;
