/** From the values of JSON to the values of columns: dates and times in text, and the coercion of one type to another. */
@NullMarked
package dev.headrace.engine.convert;

import org.jspecify.annotations.NullMarked;
