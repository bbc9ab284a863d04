package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private final Headers headers = Headers.none().with("Accept", "a").with("X-One", "1");

    @Test
    void findsWithoutRegardToCase() {
        assertThat(headers.find("x-one")).contains("1");
        assertThat(headers.find("x-two")).isEmpty();
    }

    @Test
    void sendsTheSpellingSetLastAtTheOldPlace() {
        assertThat(sent(headers.with("accept", "b"))).containsExactly("accept: b", "X-One: 1");
    }

    @Test
    void nullRemovesAlsoWhatIsBelow() {
        Headers over = Headers.none().with("ACCEPT", null).with("New", "n");
        assertThat(sent(headers.overlaidBy(over))).containsExactly("X-One: 1", "New: n");
    }

    @Test
    void joinsRepeatedHeadersByCommasAndCookiesByLines() {
        assertThat(Headers.none().and("Link", "a").and("link", "b").find("Link"))
                .contains("a, b");
        assertThat(Headers.none()
                        .and("Set-Cookie", "a=1")
                        .and("Set-Cookie", "b=2")
                        .find("Set-Cookie"))
                .contains("a=1\nb=2");
    }

    @Test
    void showsNoValues() {
        assertThat(headers.toString()).isEqualTo("[Accept, X-One]");
    }

    private static List<String> sent(Headers headers) {
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        return lines;
    }
}
