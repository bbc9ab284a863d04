package dev.headrace.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionUrlTest {

    @Test
    void hasEveryPart() {
        PostgresSettings settings = ConnectionUrl.parse(
                        "postgresql://us%40er:p%2Fw@db.example.com:6543/my%20db?sslmode=require&connect_timeout=5")
                .complete();

        assertThat(settings.user()).isEqualTo("us@er");
        assertThat(settings.password()).contains(Secret.of("p/w"));
        assertThat(settings.host()).isEqualTo("db.example.com");
        assertThat(settings.port()).isEqualTo(6543);
        assertThat(settings.database()).isEqualTo("my db");
        assertThat(settings.parameters()).isEqualTo(Map.of("sslmode", "require", "connect_timeout", "5"));
    }

    @Test
    void takesPasswordsAsTheyAre() {
        PostgresSettings settings =
                ConnectionUrl.parse("postgres://loader:a@b/c:d+e@db/shop").complete();

        assertThat(settings.password()).contains(Secret.of("a@b/c:d+e"));
        assertThat(settings.location()).isEqualTo("postgres://db:5432/shop");
    }

    @Test
    void mayLeaveOutAnything() {
        PostgresSettings settings = ConnectionUrl.parse("postgres://").complete();

        assertThat(settings.host()).isEqualTo("localhost");
        assertThat(settings.port()).isEqualTo(5432);
        assertThat(settings.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(settings.database()).isEqualTo(settings.user());
    }

    @Test
    void mayNameUserAndPasswordAmongTheParameters() {
        PostgresSettings settings = ConnectionUrl.parse("postgres://db/shop?user=loader&password=pw&port=1")
                .complete();

        assertThat(settings.user()).isEqualTo("loader");
        assertThat(settings.password()).contains(Secret.of("pw"));
        assertThat(settings.port()).isEqualTo(1);
    }

    @Test
    void mayHaveAnAddressOfVersionSix() {
        assertThat(ConnectionUrl.parse("postgres://[::1]:99/shop").complete().location())
                .isEqualTo("postgres://[::1]:99/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://me:s3cret@db/shop",
                "postgres://me:s3cret%ZZ@db/shop",
                "postgres://me:s3cret@db:port/shop",
                "postgres://me:s3cret@db:0/shop",
                "postgres://me:s3cret@db/shop?sslmod=require",
                "postgres://me:s3cret@db/shop?sslmode",
                "postgres://me:s3cret@db/shop?connect_timeout=soon"
            })
    void isRefusedWithoutShowingThePassword(String url) {
        assertThatThrownBy(() -> Postgres.url(url))
                .isInstanceOf(ConfigException.class)
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }
}
