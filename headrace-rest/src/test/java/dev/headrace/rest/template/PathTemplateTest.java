package dev.headrace.rest.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

    private static String path(String template, Object value) {
        return new PathTemplate(Template.parse(template)).text(expression -> value);
    }

    @ParameterizedTest
    @CsvSource({
        "b/c, p/b%2Fc/k",
        "a?b#c, p/a%3Fb%23c/k",
        "x y, p/x%20y/k",
        "é, p/%C3%A9/k",
        "50%, p/50%25/k",
        "2024-01-01T00:00:00+02:00, p/2024-01-01T00:00:00+02:00/k",
        ".., p/%2E%2E/k",
        "http://h/x, p/http:%2F%2Fh%2Fx/k"
    })
    void keepsValuesWithinTheirSegment(String value, String expected) {
        assertThat(path("p/{v}/k", value)).isEqualTo(expected);
    }

    @Test
    void keepsValuesWithinTheirParameter() {
        assertThat(path("p?a={v}&c=d", "x&y=z+1")).isEqualTo("p?a=x%26y%3Dz%2B1&c=d");
    }

    @Test
    void takesAWholeAddressWhereThePathIsNothingElse() {
        assertThat(path("{v}", "https://h/items/1?x=2")).isEqualTo("https://h/items/1?x=2");
        assertThat(path("{v}", "../x")).isEqualTo("..%2Fx");
    }

    @Test
    void knowsAddressesOfTheConfiguration() {
        assertThat(new PathTemplate(Template.parse("https://h/{v}")).isAddress())
                .isTrue();
        assertThat(new PathTemplate(Template.parse("{v}")).isAddress()).isFalse();
        assertThat(new PathTemplate(Template.parse("my://h")).isAddress()).isFalse();
    }
}
