package dev.headrace.postgres;

import dev.headrace.Secret;
import dev.headrace.config.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands outside the configuration about a connection: dlt's settings, and libpq's variables. */
final class ConnectionSettings {

    private final Settings settings;

    ConnectionSettings(Settings settings) {
        this.settings = settings;
    }

    /** Single settings win over those of a whole URL. */
    ConnectionParts ofDlt() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : Parameters.names()) {
            settings.find(dlt(name)).ifPresent(value -> parameters.put(name, value));
        }
        ConnectionParts single = new ConnectionParts(
                settings.find(dlt("host")),
                settings.find(dlt("port")),
                settings.find(dlt("database")),
                settings.find(dlt("username")).or(() -> settings.find(dlt("user"))),
                settings.findSecret(dlt("password")),
                parameters);
        ConnectionParts whole = settings.findSecret(List.of("destination.postgres.credentials"))
                .or(() -> settings.findSecret(List.of("destination.credentials"))
                        .filter(url -> ConnectionUrl.isOne(url.reveal())))
                .map(url -> ConnectionUrl.parse(url.reveal()))
                .orElseGet(ConnectionParts::none);
        return single.or(whole);
    }

    private static List<String> dlt(String part) {
        return List.of("destination.postgres.credentials." + part, "destination.credentials." + part);
    }

    /** The variables of the manual's section 34.15 that say where and who. */
    ConnectionParts ofLibpq() {
        Map<String, String> parameters = new LinkedHashMap<>();
        variable("PGSSLMODE").ifPresent(value -> parameters.put("sslmode", value));
        variable("PGSSLROOTCERT").ifPresent(value -> parameters.put("sslrootcert", value));
        variable("PGSSLCERT").ifPresent(value -> parameters.put("sslcert", value));
        variable("PGSSLKEY").ifPresent(value -> parameters.put("sslkey", value));
        variable("PGCONNECT_TIMEOUT").ifPresent(value -> parameters.put("connect_timeout", value));
        variable("PGAPPNAME").ifPresent(value -> parameters.put("application_name", value));
        variable("PGOPTIONS").ifPresent(value -> parameters.put("options", value));
        Optional<Secret> password = settings.findSecret(List.of("PGPASSWORD"))
                .filter(secret -> !secret.reveal().isEmpty());
        return new ConnectionParts(
                variable("PGHOST"),
                variable("PGPORT"),
                variable("PGDATABASE"),
                variable("PGUSER"),
                password,
                parameters);
    }

    /** libpq's file of passwords. */
    Path passwordFile() {
        return variable("PGPASSFILE")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".pgpass"));
    }

    private Optional<String> variable(String name) {
        return settings.find(List.of(name)).filter(value -> !value.isEmpty());
    }
}
