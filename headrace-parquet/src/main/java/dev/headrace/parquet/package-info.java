/**
 * Reads the Parquet files that load packages are made of: flat, not compressed or with zstd, one page per column and row group. Knows
 * nothing else of Headrace.
 */
@NullMarked
package dev.headrace.parquet;

import org.jspecify.annotations.NullMarked;
