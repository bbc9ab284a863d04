/** Benchmarks: whole runs against other ways of doing the same, and JMH for the stages. */
@NullMarked
package dev.headrace.bench;

import org.jspecify.annotations.NullMarked;
