/** The command lines of the benchmark programs. */
@NullMarked
package dev.headrace.bench.options;

import org.jspecify.annotations.NullMarked;
