package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.Secret;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.Claim;
import dev.headrace.destination.Destination;
import dev.headrace.destination.DestinationSession;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.sql.ReplaceStrategy;
import dev.headrace.sql.SqlConnection;
import dev.headrace.sql.SqlDestinationSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * A PostgreSQL database. A dataset is a schema in it; tables have the layout of dlt; each package arrives in one transaction.
 *
 * <pre>{@code
 * Destination destination = Postgres.url("postgres://loader@db.example.com/shop")
 *         .password(Secret.of(System.getenv("PGPASSWORD")))
 *         .parameter("sslmode", "require");
 * }</pre>
 */
public final class Postgres implements Destination {

    private static final String TYPE = "postgres";
    /** Bytes, not characters (manual section 4.1.1). */
    private static final int LONGEST_IDENTIFIER = 63;

    private static final String CONNECT_SECONDS = "15";

    private final PostgresSettings settings;
    private final ReplaceStrategy replaceStrategy;
    private final long worthwhileBytes;

    Postgres(PostgresSettings settings) {
        this(settings, ReplaceStrategy.INSERT_FROM_STAGING, PostgresSideLoad.WORTHWHILE_BYTES);
    }

    private Postgres(PostgresSettings settings, ReplaceStrategy replaceStrategy, long worthwhileBytes) {
        this.settings = settings;
        this.replaceStrategy = replaceStrategy;
        this.worthwhileBytes = worthwhileBytes;
    }

    /**
     * A database by its URL, such as {@code postgres://user@host:5432/database?sslmode=require}. What it leaves out is
     * {@code localhost}, port 5432, the user who runs the program, and the database of the user's name.
     *
     * @throws dev.headrace.ConfigException when it is not such a URL, or has a parameter that cannot be set
     */
    public static Postgres url(String url) {
        return new Postgres(ConnectionUrl.parse(url).complete());
    }

    /** The same with a password. */
    public Postgres password(Secret password) {
        return new Postgres(
                new PostgresSettings(
                        settings.host(),
                        settings.port(),
                        settings.database(),
                        settings.user(),
                        Optional.of(password),
                        settings.parameters()),
                replaceStrategy,
                worthwhileBytes);
    }

    /**
     * Sets a parameter of the connection: {@code sslmode}, {@code sslrootcert}, {@code sslcert}, {@code sslkey},
     * {@code connect_timeout} (seconds; 15 by default), {@code application_name}, {@code options}, {@code gssencmode} or
     * {@code channel_binding}, with the values that libpq takes.
     *
     * @throws dev.headrace.ConfigException when it cannot be set
     */
    public Postgres parameter(String name, String value) {
        TreeMap<String, String> parameters = new TreeMap<>(settings.parameters());
        parameters.put(name, value);
        return new Postgres(
                new PostgresSettings(
                        settings.host(),
                        settings.port(),
                        settings.database(),
                        settings.user(),
                        settings.password(),
                        parameters),
                replaceStrategy,
                worthwhileBytes);
    }

    /** How the rows of replaced tables go; by default {@code INSERT_FROM_STAGING}. */
    public Postgres replaceStrategy(ReplaceStrategy strategy) {
        return new Postgres(settings, strategy, worthwhileBytes);
    }

    /** New tables come over two connections when each of these has so much to take. */
    Postgres worthwhileBytes(long bytes) {
        return new Postgres(settings, replaceStrategy, bytes);
    }

    PostgresSettings settings() {
        return settings;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String location() {
        return settings.location();
    }

    /** See https://www.postgresql.org/docs/current/limits.html. */
    @Override
    public int maxColumns() {
        return 1600;
    }

    @Override
    public int maxIdentifierLength() {
        return LONGEST_IDENTIFIER;
    }

    /** A text ends at U+0000. */
    @Override
    public boolean holdsAllCharacters() {
        return false;
    }

    @Override
    public Set<MergeStrategy> mergeStrategies() {
        return EnumSet.allOf(MergeStrategy.class);
    }

    @Override
    public Set<Deletes> deletes() {
        return EnumSet.of(Deletes.SOFT, Deletes.HARD);
    }

    @Override
    public DestinationSession open(String dataset) {
        PostgresDialect dialect = new PostgresDialect(
                new PostgresFailures(settings), () -> connected(connection -> connection), worthwhileBytes);
        return connected(connection ->
                new SqlDestinationSession(connection, dialect, dataset, Clock.systemUTC(), replaceStrategy));
    }

    /** What is done with a new connection; it is closed when that fails. */
    @FunctionalInterface
    private interface Use<T> {
        T with(SqlConnection connection) throws SQLException;
    }

    private <T> T connected(Use<T> use) {
        try {
            SqlConnection connection = new SqlConnection(connect());
            try {
                // Timestamps with and without zone are converted into each other as if all clocks showed UTC.
                connection.execute("SET TIME ZONE 'UTC'");
                return use.with(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new PostgresFailures(settings).explainConnecting(e);
        } catch (NoClassDefFoundError e) {
            throw new DestinationException(
                    "Cannot connect to PostgreSQL database " + location() + ": its driver is missing (" + e.getMessage()
                            + "). Put org.postgresql:postgresql on the class path.",
                    e);
        }
    }

    @Override
    public Claim claim(String dataset, String pipeline) {
        return connected(connection -> RunClaim.take(connection, dataset, pipeline));
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("PGHOST", settings.host());
        properties.setProperty("PGPORT", Integer.toString(settings.port()));
        properties.setProperty("PGDBNAME", settings.database());
        properties.setProperty("user", settings.user());
        settings.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        properties.setProperty("ApplicationName", "headrace");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        settings.parameters().forEach((name, value) -> properties.setProperty(Parameters.driverName(name), value));
        Connection connection = new org.postgresql.Driver().connect("jdbc:postgresql://", properties);
        if (connection == null) {
            throw new IllegalStateException("the PostgreSQL driver does not know its own address");
        }
        return connection;
    }

    @Override
    public String toString() {
        return location();
    }
}
