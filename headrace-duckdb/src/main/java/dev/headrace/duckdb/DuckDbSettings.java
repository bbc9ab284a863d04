package dev.headrace.duckdb;

import dev.headrace.ConfigException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a database file is opened.
 *
 * @param file the database file, absolute
 * @param memoryLimit a number with a unit
 * @param threads at least 1
 */
record DuckDbSettings(
        Path file, StorageVersion storageVersion, Compression compression, String memoryLimit, int threads) {

    /** Loads are as fast with it as with more, as long as rows need not keep their order. */
    private static final int ENOUGH_MB = 300;

    /** With less, loads begin to fail. */
    private static final int LEAST_MB = 64;

    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?) ?([KMGT]?)i?B", Pattern.CASE_INSENSITIVE);

    private static final String PREFIXES = "KMGT";
    private static final double SHARE_OF_BLOCKS = 0.85;
    private static final long MOST_FOR_BLOCKS = 256_000_000;

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

    /**
     * How many bytes of the memory the database keeps for blocks once it has used them: giving them back and asking for them
     * again costs a tenth of a load. The rest is for everything else.
     */
    long blockMemory() {
        Matcher limit = SIZE.matcher(memoryLimit);
        if (!limit.matches()) {
            throw new IllegalStateException("sizes are checked when they are set");
        }
        int power =
                limit.group(2).isEmpty() ? 0 : PREFIXES.indexOf(limit.group(2).toUpperCase(Locale.ROOT)) + 1;
        double bytes = Double.parseDouble(limit.group(1)) * Math.pow(1000, power);
        return (long) Math.min(bytes * SHARE_OF_BLOCKS, MOST_FOR_BLOCKS);
    }

    /** Whether a database with other settings has the same memory. */
    boolean takesMemoryAs(DuckDbSettings other) {
        return memoryLimit.equals(other.memoryLimit);
    }

    static DuckDbSettings of(Path file) {
        Runtime runtime = Runtime.getRuntime();
        return new DuckDbSettings(
                file,
                StorageVersion.COMPATIBLE,
                Compression.FAST,
                usualLimit(runtime.maxMemory()),
                runtime.availableProcessors());
    }

    /** As much as helps, and no more than Java's heap may take: where that is small, the whole process is meant to be. */
    static String usualLimit(long heapBytes) {
        return Math.max(LEAST_MB, Math.min(ENOUGH_MB, heapBytes / 1_000_000)) + "MB";
    }

    DuckDbSettings withStorageVersion(StorageVersion version) {
        return new DuckDbSettings(file, version, compression, memoryLimit, threads);
    }

    DuckDbSettings withCompression(Compression value) {
        return new DuckDbSettings(file, storageVersion, value, memoryLimit, threads);
    }

    DuckDbSettings withMemoryLimit(String limit) {
        return new DuckDbSettings(file, storageVersion, compression, limit, threads);
    }

    DuckDbSettings withThreads(int count) {
        return new DuckDbSettings(file, storageVersion, compression, memoryLimit, count);
    }
}
