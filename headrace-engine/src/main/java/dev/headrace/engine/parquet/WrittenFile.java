package dev.headrace.engine.parquet;

/**
 * A complete file.
 *
 * @param bytes its length
 * @param checksum CRC-32C of all its bytes
 */
public record WrittenFile(long rows, long bytes, long checksum) {}
