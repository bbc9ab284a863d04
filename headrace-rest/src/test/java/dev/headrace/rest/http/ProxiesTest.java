package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    private final Proxies proxies = Proxies.of(Map.of(
            "HTTP_PROXY", "http://plain:3128",
            "https_proxy", "secure:3129",
            "NO_PROXY", "internal, .example.org ,other.net:8443"));

    @ParameterizedTest
    @CsvSource({
        "http://api.com,            http://plain:3128",
        "https://api.com,           http://secure:3129",
        "https://internal,          ",
        "https://a.internal,        ",
        "https://notinternal,       http://secure:3129",
        "https://example.org,       ",
        "https://api.example.org,   ",
        "https://other.net:8443,    ",
        "https://other.net,         http://secure:3129",
        "http://127.0.0.1:80,       ",
        "http://localhost:8080,     ",
    })
    void choosesTheProxyOfTheScheme(String url, String proxy) {
        assertThat(proxies.find(Origin.of(url)).orElse(null)).isEqualTo(proxy);
    }

    @Test
    void aStarMeansNoProxyAtAll() {
        Proxies none = Proxies.of(Map.of("ALL_PROXY", "p:1", "NO_PROXY", "*"));
        assertThat(none.find(Origin.of("https://api.com"))).isEmpty();
    }

    @Test
    void sendsThroughTheProxyAndAuthenticatesThere() throws IOException {
        try (FakeApi proxy = FakeApi.start();
                Transport transport = new ApacheTransport(
                        Duration.ofSeconds(5),
                        Proxies.of(Map.of("http_proxy", proxy.url().replace("//", "//user:pass@"))))) {
            Answer asksWhoItIs = Answer.status(407).header("Proxy-Authenticate", "Basic realm=\"p\"");
            proxy.otherwise(r -> r.header("Proxy-Authorization").isPresent() ? Answer.json("{}") : asksWhoItIs);
            WireRequest request = new WireRequest("GET", "http://api.example/x", Headers.none(), null);
            assertThat(transport.send(request, new BodyBuffer()).status()).isEqualTo(200);
            assertThat(proxy.requests().get(1).target()).isEqualTo("http://api.example/x");
            assertThat(proxy.requests().get(1).header("Proxy-Authorization")).contains("Basic dXNlcjpwYXNz");
        }
    }

    @Test
    void refusesAVariableThatNamesNoProxy() {
        Proxies proxies = Proxies.of(Map.of("HTTP_PROXY", "http://u:hidden@bad host:1"));
        assertThatThrownBy(proxies::credentials)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("HTTP_PROXY")
                .message()
                .doesNotContain("hidden");
    }
}
