/** Measures whole processes from outside, and compares what was measured. */
@NullMarked
package dev.headrace.bench.measure;

import org.jspecify.annotations.NullMarked;
