package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "http://h/a b/é?q=ü,      http://h/a%20b/%C3%A9?q=%C3%BC",
        "http://h/v1/../x,        http://h/x",
        "http://h/a/./b/..,       http://h/a/",
        "http://h/../../x,        http://h/x",
        "http://h,                http://h/",
        "HTTP://H:8080/X,         http://h:8080/X",
        "http://h/a%2fb%41?q=%7e, http://h/a%2FbA?q=~",
        "http://h/100%?q=5%zz,    http://h/100%25?q=5%25zz",
        "http://h/x?a[]=1#part,   http://h/x?a%5B%5D=1",
        "http://u:p@h/x,          http://h/x",
        "http://bücher.de/,       http://xn--bcher-kva.de/",
        "http://h/x?,             http://h/x",
        "'http://h/x?a,b;c=$1&d', 'http://h/x?a,b;c=$1&d'",
    })
    void encodesUrlsAsPythonDoes(String url, String sent) {
        assertThat(UrlEncoding.wireUrl(url, List.of())).isEqualTo(sent);
    }

    @Test
    void appendsParametersToTheQueryOfTheUrl() {
        assertThat(UrlEncoding.wireUrl("http://h/x?a=1", List.of(new Parameter("b", 2L))))
                .isEqualTo("http://h/x?a=1&b=2");
    }

    @Test
    void encodesEachKindOfParameterValue() {
        List<Parameter> params = List.of(
                new Parameter("t", "a b&c/~"),
                new Parameter("n", 1.5),
                new Parameter("yes", true),
                new Parameter("null", null),
                new Parameter("empty", ""),
                new Parameter("l", Arrays.asList(1L, null, "x")),
                new Parameter("none", List.of()),
                new Parameter("k[ü]", -7L));
        assertThat(UrlEncoding.query(params)).isEqualTo("t=a+b%26c%2F~&n=1.5&yes=true&empty=&l=1&l=x&k%5B%C3%BC%5D=-7");
    }
}
