package dev.headrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.settings.FileSettings;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.Place;
import dev.headrace.destination.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresDestinationProviderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final Redactor redactor = new Redactor();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private PostgresSettings create(Object config) {
        environment.putIfAbsent("PGPASSFILE", folder.resolve("none").toString());
        FileSettings settings = FileSettings.of(folder, folder, environment, redactor);
        ComponentContext context = new ComponentContext("shop", folder, settings.forPipeline("shop"), redactor);
        Destination destination = Components.onClassPath()
                .create(
                        Destination.class,
                        "destination",
                        ConfigNodes.of(
                                        ConfigNodes.tree(Map.of("destination", config), Place.of("shop.yml")),
                                        new Lookups(settings, environment, redactor))
                                .require("destination"),
                        context);
        assertThat(destination).isInstanceOf(Postgres.class);
        return ((Postgres) destination).settings();
    }

    private void secrets(String toml) throws IOException {
        Files.createDirectories(folder.resolve(".dlt"));
        Files.writeString(folder.resolve(".dlt/secrets.toml"), toml);
    }

    private void assertPassword(PostgresSettings settings, String expected) {
        assertThat(settings.password())
                .hasValueSatisfying(p -> assertThat(p.reveal()).isEqualTo(expected));
        assertThat(redactor.redact("x" + expected)).isEqualTo("x***");
        assertThat(settings.toString()).doesNotContain(expected);
    }

    @Test
    void takesAUrl() {
        PostgresSettings settings =
                create(Map.of("type", "postgresql", "credentials", "postgres://u:hidden-pw@h:1/d?sslmode=disable"));

        assertThat(settings.location()).isEqualTo("postgres://h:1/d");
        assertThat(settings.parameters()).isEqualTo(Map.of("sslmode", "disable"));
        assertPassword(settings, "hidden-pw");
    }

    @Test
    void takesPartsWhichWinOverTheUrl() throws IOException {
        secrets("[shop_db]\npassword = 'from-a-placeholder'\n");
        PostgresSettings settings = create(Map.of(
                "type", "postgres",
                "credentials", "postgres://u:hidden-pw@h:1/d",
                "host", "other",
                "port", 99L,
                "database", "shop",
                "username", "loader",
                "sslmode", "require",
                "password", "${secrets.shop_db.password}"));

        assertThat(settings.location()).isEqualTo("postgres://other:99/shop");
        assertThat(settings.user()).isEqualTo("loader");
        assertThat(settings.parameters()).isEqualTo(Map.of("sslmode", "require"));
        assertPassword(settings, "from-a-placeholder");
    }

    @Test
    void takesTheCredentialsOfDltAsAUrl() throws IOException {
        secrets("destination.postgres.credentials = 'postgresql://u:pw-of-dlt@h:1/d?connect_timeout=15'\n");

        PostgresSettings settings = create("postgres");

        assertThat(settings.location()).isEqualTo("postgres://h:1/d");
        assertPassword(settings, "pw-of-dlt");
    }

    @Test
    void takesTheCredentialsOfDltAsParts() throws IOException {
        secrets("""
                [destination.postgres.credentials]
                database = "d"
                username = "u"
                password = "pw-of-parts"
                host = "h"
                port = 5433
                connect_timeout = 15
                """);

        PostgresSettings settings = create("postgres");

        assertThat(settings.location()).isEqualTo("postgres://h:5433/d");
        assertThat(settings.user()).isEqualTo("u");
        assertThat(settings.parameters()).isEqualTo(Map.of("connect_timeout", "15"));
        assertPassword(settings, "pw-of-parts");
    }

    @Test
    void prefersThePipelinesOwnSettings() {
        environment.put("DESTINATION__POSTGRES__CREDENTIALS", "postgres://u:pw-of-all@h/all");
        environment.put("SHOP__DESTINATION__POSTGRES__CREDENTIALS", "postgres://u:pw-of-shop@h/own");

        PostgresSettings settings = create("postgres");

        assertThat(settings.database()).isEqualTo("own");
        assertPassword(settings, "pw-of-shop");
    }

    @Test
    void takesTheVariablesOfLibpq() {
        environment.putAll(Map.of(
                "PGHOST",
                "h",
                "PGPORT",
                "7",
                "PGDATABASE",
                "d",
                "PGUSER",
                "u",
                "PGPASSWORD",
                "pw-of-env",
                "PGSSLMODE",
                "prefer"));

        PostgresSettings settings = create("postgres");

        assertThat(settings.location()).isEqualTo("postgres://h:7/d");
        assertThat(settings.parameters()).isEqualTo(Map.of("sslmode", "prefer"));
        assertPassword(settings, "pw-of-env");
    }

    @Test
    void takesThePasswordFromLibpqsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("pgpass"), "h:5432:d:u:pw-of-file\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        environment.put("PGPASSFILE", file.toString());

        assertPassword(create(Map.of("type", "postgres", "credentials", "postgres://u@h/d")), "pw-of-file");
    }

    @Test
    void tellsWhatIsWrongAndWhere() {
        assertThatThrownBy(() -> create(Map.of("type", "postgres", "hots", "h")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("shop.yml")
                .hasMessageContaining("hots")
                .hasMessageContaining("host");
        assertThatThrownBy(() -> create(Map.of("type", "postgres", "path", "shop")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("named by a URL: postgres://");
        assertThatThrownBy(() -> create(Map.of("type", "postgres", "port", "many")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("shop.yml")
                .hasMessageContaining("'many'");
        assertThatThrownBy(() -> create(Map.of("type", "postgres", "credentials", "mysql://u:hidden-pw@h/d")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("postgres://user@host:5432/database")
                .hasMessageNotContaining("hidden-pw");
    }
}
