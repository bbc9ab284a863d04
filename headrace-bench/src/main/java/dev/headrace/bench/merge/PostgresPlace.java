package dev.headrace.bench.merge;

import dev.headrace.destination.Destination;
import dev.headrace.postgres.Postgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A PostgreSQL database.
 *
 * @param url as Headrace takes it: {@code postgres://user@host:port/database}
 * @param own a server that ends together with this; empty when somebody else's is used
 */
public record PostgresPlace(String url, Optional<EmbeddedPostgres> own) implements AutoCloseable {

    private static final String EMBEDDED = "embedded";
    private static final String USER = "postgres";

    /** @param server a URL, or {@code embedded} for a server of its own, whose files lie in {@code folder} */
    public static PostgresPlace of(String server, Path folder) throws IOException {
        if (!server.equals(EMBEDDED)) {
            return new PostgresPlace(server, Optional.empty());
        }
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres").toFile())
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("work_mem", "64MB")
                .setServerConfig("autovacuum", "off")
                .start();
        return new PostgresPlace(
                "postgres://" + USER + "@localhost:" + started.getPort() + "/" + USER, Optional.of(started));
    }

    public Destination destination() {
        return Postgres.url(url);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url.replaceFirst(
                "^postgres(?:ql)?://(?:([^:@/]*)(?::([^@/]*))?@)?(.*)$", "jdbc:postgresql://$3?user=$1&password=$2"));
    }

    @Override
    public void close() throws IOException {
        if (own.isPresent()) {
            own.get().close();
        }
    }
}
