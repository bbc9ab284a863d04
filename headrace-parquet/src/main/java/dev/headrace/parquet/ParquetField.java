package dev.headrace.parquet;

/** One field of a file. Rows may lack a value. */
public record ParquetField(String name, FieldType type) {}
