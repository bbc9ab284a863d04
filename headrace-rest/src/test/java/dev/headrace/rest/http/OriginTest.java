package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "http://u:p@Api.example.com:81/x, http, api.example.com, 81",
        "https://u:p@my_host, https, my_host, 443",
        "http://u:p@my_host:81/x, http, my_host, 81",
        "http://[::1]:81, http, [::1], 81",
    })
    void hasHostAndPortWithoutTheUserWhateverTheName(String url, String scheme, String host, int port) {
        assertThat(Origin.of(url)).isEqualTo(new Origin(scheme, host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example:443", "http://a.example", "http://a.example:81", "http://b.example"})
    void isAnotherOneWhereSchemeHostOrPortAreOthers(String url) {
        Origin https = Origin.of("https://a.example/x");
        assertThat(Origin.of(url).equals(https)).isEqualTo(url.startsWith("https"));
        assertThat(Origin.of(url).hashCode() == https.hashCode()).isEqualTo(url.startsWith("https"));
    }
}
