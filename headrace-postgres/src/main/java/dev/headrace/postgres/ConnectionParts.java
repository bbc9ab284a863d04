package dev.headrace.postgres;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one place says of a connection; any part may be missing. */
record ConnectionParts(
        Optional<String> host,
        Optional<String> port,
        Optional<String> database,
        Optional<String> user,
        Optional<Secret> password,
        Map<String, String> parameters) {

    private static final String DEFAULT_HOST = "localhost";
    private static final String DEFAULT_PORT = "5432";

    ConnectionParts {
        parameters = Map.copyOf(parameters);
    }

    static ConnectionParts none() {
        return new ConnectionParts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** These parts, and those of {@code other} where they are missing. */
    ConnectionParts or(ConnectionParts other) {
        Map<String, String> all = new LinkedHashMap<>(other.parameters);
        all.putAll(parameters);
        return new ConnectionParts(
                host.or(other::host),
                port.or(other::port),
                database.or(other::database),
                user.or(other::user),
                password.or(other::password),
                all);
    }

    ConnectionParts withPassword(Optional<Secret> value) {
        return new ConnectionParts(host, port, database, user, value, parameters);
    }

    /** The parts with defaults for what is missing: as of libpq, the user is who runs this and the database is the user's. */
    PostgresSettings complete() {
        String name = user.orElseGet(() -> System.getProperty("user.name"));
        return new PostgresSettings(
                host.orElse(DEFAULT_HOST), portNumber(), database.orElse(name), name, password, parameters);
    }

    private int portNumber() {
        String text = port.orElse(DEFAULT_PORT);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ConfigException("port '" + text + "' is not a number.");
        }
    }
}
