/**
 * The same load written by hand against the driver, as someone who knows DuckDB well would write it. Runs in a process of
 * its own with nothing but the driver on its class path.
 */
@NullMarked
package dev.headrace.bench.byhand;

import org.jspecify.annotations.NullMarked;
