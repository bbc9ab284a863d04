package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.rest.RestSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x y",
                "http://x:99999",
                "http://x:0",
                "http://x:a/v1",
                "https://",
                "http:///v1",
                "http://:80"
            })
    void refusesAServerThatNoRequestCanReach(String url) {
        assertThat(ServerName.fault(url)).isPresent();
        assertThatThrownBy(() -> RestSource.at(url).resource("a").build())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'base_url' names no server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://u:se/cret@x", "http://u:s e/cret@x/v1"})
    void showsNoPartOfAPasswordThatItTakesForAServer(String url) {
        assertThat(ServerName.fault(url)).get().asString().contains("%2F").doesNotContain("se'", "s e", "u:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x",
                "HTTPS://x:65535/v1",
                "http://[::1]",
                "http://[::1]:80/",
                "http://u:p@x:80",
                "http://my_host:1/a b:c",
                "http://x:/v1",
                "https://m\u00fcnchen.example"
            })
    void acceptsEveryOtherServer(String url) {
        assertThat(ServerName.fault(url)).isEmpty();
    }
}
