/** Reads JSON into trees. */
@NullMarked
package dev.headrace.config.json;

import org.jspecify.annotations.NullMarked;
