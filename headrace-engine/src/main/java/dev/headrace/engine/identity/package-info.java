/** Row identifiers: random ones, and those derived from keys, contents and places. */
@NullMarked
package dev.headrace.engine.identity;

import org.jspecify.annotations.NullMarked;
