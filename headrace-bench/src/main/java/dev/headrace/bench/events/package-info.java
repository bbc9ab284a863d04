/**
 * An API of calendar events for benchmarks and trials: records made by a formula, so that every run sees the same bytes and
 * knows what must arrive, and a server cheap enough not to be what is measured.
 */
@NullMarked
package dev.headrace.bench.events;

import org.jspecify.annotations.NullMarked;
