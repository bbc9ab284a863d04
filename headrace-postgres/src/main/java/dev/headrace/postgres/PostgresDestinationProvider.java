package dev.headrace.postgres;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.destination.Destination;
import dev.headrace.sql.ReplaceStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes {@code postgres} destinations. Keys: {@code credentials} (a URL, or an object with the other keys), {@code host},
 * {@code port}, {@code database}, {@code user} (or {@code username}), {@code password}, and the parameters of the connection.
 * What is not written there is taken from the settings {@code destination.postgres.credentials}, then from libpq's
 * variables ({@code PGHOST}, …), then, for the password, from libpq's file of passwords.
 */
public final class PostgresDestinationProvider implements ComponentProvider<Destination> {

    private static final List<String> PARTS =
            List.of("host", "port", "database", "user", "username", "password", "drivername");

    @Override
    public Class<Destination> type() {
        return Destination.class;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<String> aliases() {
        return List.of("postgresql");
    }

    @Override
    public Destination create(ConfigNode config, ComponentContext context) {
        config.present("path").ifPresent(path -> {
            throw path.error("a PostgreSQL database is named by a URL: postgres://user@host:5432/database.");
        });
        Problems problems = new Problems();
        List<String> keys = new ArrayList<>(List.of("type", "credentials", "replace_strategy"));
        keys.addAll(PARTS);
        keys.addAll(Parameters.names());
        problems.check(() -> config.onlyKeys(keys));
        Optional<ConnectionParts> written = problems.attempt(() -> written(config));
        problems.check(() -> ReplaceStrategy.of(config, context, name()));
        problems.throwIfAny();
        ConnectionSettings outside = new ConnectionSettings(context.settings());
        ConnectionParts parts =
                written.orElseGet(ConnectionParts::none).or(outside.ofDlt()).or(outside.ofLibpq());
        parts.password().ifPresent(context.redactor()::learn);
        PostgresSettings settings = placed(config, parts::complete);
        return new Postgres(withPassword(settings, outside, context))
                .replaceStrategy(ReplaceStrategy.of(config, context, name()));
    }

    private static PostgresSettings withPassword(
            PostgresSettings settings, ConnectionSettings outside, ComponentContext context) {
        if (settings.password().isPresent()) {
            return settings;
        }
        Path file = context.directory().resolve(outside.passwordFile());
        Optional<Secret> password = new PasswordFile(file).find(settings);
        password.ifPresent(context.redactor()::learn);
        return new PostgresSettings(
                settings.host(),
                settings.port(),
                settings.database(),
                settings.user(),
                password,
                settings.parameters());
    }

    private static ConnectionParts written(ConfigNode config) {
        if (config.kind() != ConfigNode.Kind.OBJECT) {
            return ConnectionParts.none();
        }
        ConnectionParts own = parts(config);
        return config.present("credentials")
                .map(credentials -> own.or(credentials(credentials)))
                .orElse(own);
    }

    private static ConnectionParts credentials(ConfigNode node) {
        if (node.kind() == ConfigNode.Kind.OBJECT) {
            List<String> keys = new ArrayList<>(PARTS);
            keys.addAll(Parameters.names());
            node.onlyKeys(keys);
            return parts(node);
        }
        String url = node.text();
        return placed(node, () -> ConnectionUrl.parse(url));
    }

    private static ConnectionParts parts(ConfigNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : Parameters.names()) {
            node.present(name).ifPresent(value -> {
                placed(value, () -> {
                    Parameters.check(name, text(value));
                    return name;
                });
                parameters.put(name, text(value));
            });
        }
        return new ConnectionParts(
                node.text("host"),
                node.present("port").map(PostgresDestinationProvider::text),
                node.text("database"),
                node.text("user").or(() -> node.text("username")),
                node.present("password").map(ConfigNode::secret),
                parameters);
    }

    private static String text(ConfigNode node) {
        return node.kind() == ConfigNode.Kind.INTEGER ? Long.toString(node.integer()) : node.text();
    }

    /** Failures say where in the configuration they are. */
    private static <T> T placed(ConfigNode node, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigException e) {
            throw node.error(e.message());
        }
    }
}
