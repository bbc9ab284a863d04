package dev.headrace.duckdb;

import dev.headrace.ConfigException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * How a database file is opened.
 *
 * @param file the database file, absolute
 * @param memoryLimit a number with a unit
 * @param threads at least 1
 */
record DuckDbSettings(Path file, StorageVersion storageVersion, String memoryLimit, int threads) {

    /** Loads are as fast with it as with more, as long as rows need not keep their order. */
    private static final String DEFAULT_MEMORY_LIMIT = "256MB";

    private static final Pattern SIZE = Pattern.compile("\\d+(\\.\\d+)? ?([KMGT]i?)?B", Pattern.CASE_INSENSITIVE);

    DuckDbSettings {
        file = file.toAbsolutePath().normalize();
        if (!SIZE.matcher(memoryLimit).matches()) {
            throw new ConfigException("memory_limit '" + memoryLimit
                    + "' is not a size. Write a number with a unit, such as 256MB or 4GB.");
        }
        if (threads < 1) {
            throw new ConfigException("threads must be at least 1, not " + threads + ".");
        }
    }

    static DuckDbSettings of(Path file) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new DuckDbSettings(file, StorageVersion.COMPATIBLE, DEFAULT_MEMORY_LIMIT, processors);
    }

    DuckDbSettings withStorageVersion(StorageVersion version) {
        return new DuckDbSettings(file, version, memoryLimit, threads);
    }

    DuckDbSettings withMemoryLimit(String limit) {
        return new DuckDbSettings(file, storageVersion, limit, threads);
    }

    DuckDbSettings withThreads(int count) {
        return new DuckDbSettings(file, storageVersion, memoryLimit, count);
    }
}
