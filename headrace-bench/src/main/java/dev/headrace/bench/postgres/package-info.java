/** Whole loads into PostgreSQL, against extraction and COPY. */
@NullMarked
package dev.headrace.bench.postgres;

import org.jspecify.annotations.NullMarked;
