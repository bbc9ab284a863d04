package dev.headrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswordFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("pgpass"), """
                # db:5432:shop:loader:commented
                db:5432:shop:other:not mine
                db:5432:shop:loader:p\\:w\\\\d:x
                *:*:*:loader:fallback
                """);
        allow("rw-------");
    }

    private void allow(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve("pgpass"), PosixFilePermissions.fromString(permissions));
    }

    private Optional<Secret> find(String url) {
        return new PasswordFile(folder.resolve("pgpass"))
                .find(ConnectionUrl.parse(url).complete());
    }

    @Test
    void givesTheFirstThatFits() {
        assertThat(find("postgres://loader@db/shop")).contains(Secret.of("p:w\\d:x"));
        assertThat(find("postgres://loader@db2/shop")).contains(Secret.of("fallback"));
        assertThat(find("postgres://nobody@db/shop")).isEmpty();
    }

    @Test
    void needNotExist() {
        assertThat(new PasswordFile(folder.resolve("none"))
                        .find(ConnectionUrl.parse("postgres://").complete()))
                .isEmpty();
    }

    @Test
    void isNotUsedWhenOthersMayReadIt() throws IOException {
        allow("rw-r--r--");

        assertThatThrownBy(() -> find("postgres://loader@db/shop"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("p:w");
        assertThat(find("postgres://nobody@db/shop")).isEmpty();
    }
}
