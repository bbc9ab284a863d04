/**
 * Writes Parquet files of flat tables (format 1: parquet.apache.org/docs/file-format): PLAIN data pages of version 1, one
 * row group per batch, not compressed or with zstd.
 */
@NullMarked
package dev.headrace.engine.parquet;

import org.jspecify.annotations.NullMarked;
