package dev.headrace.parquet;

/** The file is not what it should be; becomes an {@link java.io.IOException} that names it. */
final class DamagedFileException extends RuntimeException {
    DamagedFileException(String message) {
        super(message);
    }
}
