/** Finished load packages of events, made without a server and kept, so that loading can be measured by itself. */
@NullMarked
package dev.headrace.bench.extracted;

import org.jspecify.annotations.NullMarked;
