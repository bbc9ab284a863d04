/** Strict JSON from UTF-8 bytes: scanner, value model that keeps source text, JSONPath. */
@NullMarked
package dev.headrace.json;

import org.jspecify.annotations.NullMarked;
