package dev.headrace.postgres;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of a connection that may be set: libpq's names, and what the driver calls them. */
final class Parameters {

    private static final Map<String, String> DRIVER_NAMES = new TreeMap<>(Map.of(
            "sslmode", "sslmode",
            "sslrootcert", "sslrootcert",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "options", "options",
            "gssencmode", "gssEncMode",
            "channel_binding", "channelBinding"));

    private Parameters() {}

    static Collection<String> names() {
        return DRIVER_NAMES.keySet();
    }

    static boolean isKnown(String name) {
        return DRIVER_NAMES.containsKey(name);
    }

    static String driverName(String name) {
        return DRIVER_NAMES.getOrDefault(name, name);
    }

    static void check(String name, String value) {
        if (!isKnown(name)) {
            throw new ConfigException("unknown parameter '" + name + "'" + Suggestions.among(name, "Known", names()));
        }
        if (name.equals("connect_timeout") && !value.matches("\\d{1,6}")) {
            throw new ConfigException("connect_timeout '" + value + "' is not a number of seconds.");
        }
    }
}
