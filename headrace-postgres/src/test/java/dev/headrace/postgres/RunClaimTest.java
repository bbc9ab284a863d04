package dev.headrace.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.Claim;
import dev.headrace.sql.SqlConnection;
import dev.headrace.testkit.postgres.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class RunClaimTest {

    @Test
    void keepsOthersOutUntilItIsClosed() throws SQLException {
        Claim claim = take(connection());
        assertThatThrownBy(() -> take(connection()))
                .isInstanceOf(DestinationException.class)
                .hasMessageContainingAll("another run of it is under way", "server process ");
        claim.close();
        take(connection()).close();
    }

    /** A server that has much to do ends a session some time after the client has closed its connection. */
    @Test
    void letsTheNextRunInThoughItsSessionLivesOn() throws SQLException {
        try (Connection lasting = connection()) {
            take(closingLater(lasting)).close();

            take(connection()).close();
        }
    }

    @Test
    void endsQuietlyWhenItsSessionWasEnded() throws SQLException {
        Connection broken = connection();
        Claim claim = take(broken);
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(l.pid) FROM pg_locks l WHERE l.locktype = 'advisory'"
                    + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        }
        assertThatCode(claim::close).doesNotThrowAnyException();
    }

    private static Claim take(Connection connection) throws SQLException {
        return RunClaim.take(new SqlConnection(connection), "shop_dataset", "shop");
    }

    private static Connection connection() throws SQLException {
        return PostgresServer.connect(PostgresServer.USER);
    }

    private static Connection closingLater(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                RunClaimTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
