package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpRequestTest {

    private final HttpRequest request = HttpRequest.get("things", "https://h/x");

    @Test
    void replacesAParameterAtItsPlace() {
        HttpRequest changed = request.withParam("a", 1L).withParam("b", 2L).withParam("a", 3L);
        assertThat(changed.wireUrl()).isEqualTo("https://h/x?a=3&b=2");
        assertThat(changed.param("a")).contains(3L);
        assertThat(request.params()).isEmpty();
    }

    @Test
    void aLinkBringsItsOwnQuery() {
        HttpRequest next = request.withParam("since", "x").withHeader("A", "b").withUrl("https://h/x?page=2");
        assertThat(next.wireUrl()).isEqualTo("https://h/x?page=2");
        assertThat(next.headers().find("A")).contains("b");
    }

    @Test
    void setsAValueDeepInTheBodyAndKeepsTheRest() {
        HttpRequest changed =
                request.withBody(Body.json(Map.of("page", Map.of("size", 1L)))).withBodyValue("page.after", "c1");
        assertThat(changed.bodyValue("page.after")).contains("c1");
        assertThat(changed.bodyValue("page.size")).contains(1L);
    }

    @Test
    void makesTheBodyAndItsObjects() {
        assertThat(sent(request.withBodyValue("a.b.c", 1L))).isEqualTo("{\"a\":{\"b\":{\"c\":1}}}");
    }

    @Test
    void refusesToSetAValueInsideSomethingElse() {
        HttpRequest texts = request.withBody(Body.json(Map.of("a", "text")));
        assertThatThrownBy(() -> texts.withBodyValue("a.b", 1L))
                .hasMessageContaining("text")
                .hasMessageContaining("'b'");
    }

    @Test
    void writesFormsInOrderWithoutNulls() {
        Body form = Body.form(List.of(new Parameter("b", "1 2"), new Parameter("n", null), new Parameter("b", true)));
        assertThat(sent(request.withBody(form))).isEqualTo("b=1+2&b=true");
        assertThat(Body.form(List.of())).isEqualTo(Body.none());
    }

    @Test
    void isEqualWhenItIsTheSameOnTheWire() {
        assertThat(request.withParam("a", 1L))
                .isEqualTo(HttpRequest.get("things", "https://h/x").withParam("a", 1L));
        assertThat(request.withParam("a", 1L)).isNotEqualTo(request.withParam("a", 2L));
    }

    @Test
    void showsNoQuery() {
        assertThat(HttpRequest.get("things", "https://u:p@h/x?api_key=s3cret").toString())
                .isEqualTo("GET https://h/x");
    }

    private static String sent(HttpRequest request) {
        byte[] bytes = request.body().bytes();
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
