package dev.headrace.postgres;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a database is reached.
 *
 * @param host a name or an address
 * @param parameters of the connection, under libpq's names, such as {@code sslmode}; see {@link Parameters}
 */
record PostgresSettings(
        String host,
        int port,
        String database,
        String user,
        Optional<Secret> password,
        Map<String, String> parameters) {

    private static final int GREATEST_PORT = 65_535;

    PostgresSettings {
        if (host.isBlank() || host.startsWith("/")) {
            throw new ConfigException(
                    "'" + host + "' is not a host. Give a name or an address; sockets of files are not supported.");
        }
        if (port < 1 || port > GREATEST_PORT) {
            throw new ConfigException("port must be 1 to " + GREATEST_PORT + ", not " + port + ".");
        }
        if (database.isBlank()) {
            throw new ConfigException("The name of the database is missing. Set 'database'.");
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        parameters.forEach(Parameters::check);
    }

    /** For people. Without the user, as it is the same place for all of them. */
    String location() {
        return "postgres://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + database;
    }
}
