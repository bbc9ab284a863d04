/** Kills whole runs at random moments, many times. */
@NullMarked
package dev.headrace.bench.crash;

import org.jspecify.annotations.NullMarked;
