package dev.headrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users are told when the server cannot be reached or refuses them. */
final class PostgresFailuresTest {

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String url) {
        return assertThatThrownBy(() -> Postgres.url(url).open("ds").close())
                .isInstanceOf(DestinationException.class)
                .hasMessageStartingWith("Cannot connect to PostgreSQL database postgres://");
    }

    @Test
    void nameADatabaseThatIsNotThere() {
        assertRefused(PostgresServer.url("postgres", "nowhere"))
                .hasMessageContaining("\"nowhere\" does not exist")
                .hasMessageContaining("createdb nowhere");
    }

    @Test
    void nameAUserThatIsNotThere() {
        assertRefused(PostgresServer.url("nobody", "postgres"))
                .hasMessageContaining("as user 'nobody'")
                .hasMessageContaining("PGPASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":wr0ng-password"})
    void tellWhereAPasswordMayStand(String password) {
        PostgresServer.requirePassword("guarded", "s3cret");

        assertRefused(PostgresServer.url("guarded" + password, "postgres"))
                .hasMessageContaining("as user 'guarded'")
                .hasMessageContaining("PGPASSWORD")
                .hasMessageContaining("pgpass")
                .hasMessageNotContaining("wr0ng");
        Postgres.url(PostgresServer.url("guarded:s3cret", "postgres"))
                .open("ds")
                .close();
    }

    @Test
    void nameAHostThatIsNotThere() {
        assertRefused("postgres://me@no-such-host.invalid/shop")
                .hasMessageContaining("there is no host 'no-such-host.invalid'");
    }

    @Test
    void nameAPortWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertRefused("postgres://me@localhost:" + port + "/shop")
                .hasMessageContaining("nothing accepts connections at localhost:" + port)
                .hasMessageContaining("Start the server");
    }

    @Test
    void nameEncryptionThatTheServerHasNot() {
        assertRefused(PostgresServer.url("postgres", "postgres") + "?sslmode=require")
                .hasMessageContaining("SSL")
                .hasMessageContaining("sslmode");
    }

    @Test
    void nameAValueOfAParameterThatIsNone() {
        assertRefused(PostgresServer.url("postgres", "postgres") + "?sslmode=maybe")
                .hasMessageContaining("maybe");
    }

    @Test
    void areNotHiddenFromPrograms() {
        assertThatThrownBy(() -> Postgres.url("postgres://me@no-such-host.invalid/shop")
                        .open("ds")
                        .close())
                .satisfies(e -> assertThat(e.getCause()).isInstanceOf(java.sql.SQLException.class));
    }
}
