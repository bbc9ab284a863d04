package dev.headrace.duckdb;

import dev.headrace.ConfigException;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.destination.Destination;
import dev.headrace.sql.ReplaceStrategy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes {@code duckdb} destinations. Keys: {@code path} (or {@code credentials}, as dlt has it: a path or
 * {@code duckdb:///path}), {@code storage_version}, {@code compression}, {@code memory_limit}, {@code threads}, {@code replace_strategy}. Without a path the settings
 * {@code destination.duckdb.credentials} count, then the file {@code <pipeline>.duckdb}.
 */
public final class DuckDbDestinationProvider implements ComponentProvider<Destination> {

    private static final List<String> KEYS = List.of(
            "type",
            "path",
            "credentials",
            "storage_version",
            "compression",
            "memory_limit",
            "threads",
            "replace_strategy");
    private static final int MOST_THREADS = 1024;
    private static final String URL_PREFIX = "duckdb:///";

    @Override
    public Class<Destination> type() {
        return Destination.class;
    }

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Destination create(ConfigNode config, ComponentContext context) {
        Problems problems = new Problems();
        problems.check(() -> config.onlyKeys(KEYS));
        Optional<DuckDb> database = problems.attempt(() -> DuckDb.file(file(config, context)));
        // Settings are checked even when the path is wrong, so that all problems are told at once.
        DuckDb any = database.orElseGet(() -> DuckDb.file(Path.of("unused")));
        problems.check(() -> storageVersion(config, any));
        problems.check(() -> compression(config, any));
        problems.check(() -> memoryLimit(config, any));
        problems.check(() -> threads(config, any));
        problems.check(() -> ReplaceStrategy.of(config, context, name()));
        problems.throwIfAny();
        return threads(config, memoryLimit(config, compression(config, storageVersion(config, any))))
                .replaceStrategy(ReplaceStrategy.of(config, context, name()));
    }

    private static Path file(ConfigNode config, ComponentContext context) {
        Optional<ConfigNode> written = config.present("path").or(() -> config.present("credentials"));
        if (config.present("path").isPresent() && config.present("credentials").isPresent()) {
            throw config.error("credentials", "'path' and 'credentials' both name the database. Keep one of them.");
        }
        String owner = context.owner();
        String place = written.map(ConfigNode::text)
                .or(() -> context.settings()
                        .find(List.of(
                                owner + ".destination.duckdb.credentials",
                                "destination.duckdb.credentials",
                                owner + ".destination.credentials",
                                "destination.credentials")))
                .orElse(owner + ".duckdb");
        return resolve(written.orElse(config), place, context);
    }

    private static Path resolve(ConfigNode node, String place, ComponentContext context) {
        String path = place.startsWith(URL_PREFIX) ? place.substring(URL_PREFIX.length()) : place;
        if (path.isBlank() || path.startsWith(":")) {
            throw node.error(
                    "'" + place + "' is not a database file. Give the path of a file, such as data/events.duckdb.");
        }
        try {
            return context.directory().resolve(path);
        } catch (InvalidPathException e) {
            throw node.error("'" + place + "' is not a path: " + e.getReason() + ". Give the path of a file.");
        }
    }

    private static DuckDb storageVersion(ConfigNode config, DuckDb database) {
        return choice(config, "storage_version", StorageVersion.values(), StorageVersion::label)
                .map(database::storageVersion)
                .orElse(database);
    }

    private static DuckDb compression(ConfigNode config, DuckDb database) {
        return choice(config, "compression", Compression.values(), Compression::label)
                .map(database::compression)
                .orElse(database);
    }

    private static <T> Optional<T> choice(ConfigNode config, String key, T[] values, Function<T, String> label) {
        return config.present(key).map(node -> node.choice(key.replace('_', ' '), values, label));
    }

    private static DuckDb memoryLimit(ConfigNode config, DuckDb database) {
        Optional<ConfigNode> node = config.present("memory_limit");
        if (node.isEmpty()) {
            return database;
        }
        String limit = node.get().text();
        try {
            return database.memoryLimit(limit);
        } catch (ConfigException e) {
            throw node.get().error(e.message());
        }
    }

    private static DuckDb threads(ConfigNode config, DuckDb database) {
        Optional<ConfigNode> node = config.present("threads");
        if (node.isEmpty()) {
            return database;
        }
        long count = node.get().integer();
        if (count < 1 || count > MOST_THREADS) {
            throw node.get().error("threads must be 1 to " + MOST_THREADS + ", not " + count + ".");
        }
        return database.threads((int) count);
    }
}
