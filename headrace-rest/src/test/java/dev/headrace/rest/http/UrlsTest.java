package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {

    @ParameterizedTest
    @CsvSource({
        "https://h/v1,      x,              https://h/v1/x",
        "https://h/v1/,     /x,             https://h/v1/x",
        "https://h/v1///,   items/,         https://h/v1/items/",
        "https://h/v1,      '',             https://h/v1",
        "'',                x,              x",
        "https://h/v1,      HTTPS://o/y,    HTTPS://o/y",
        "https://h/v1,      my://x,         https://h/v1/my://x",
        "https://h/v1,      x?a=1,          https://h/v1/x?a=1",
    })
    void joinsBaseAndPathWithOneSlash(String base, String path, String joined) {
        assertThat(Urls.join(base, path)).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/a/b?c=1, /p?x=2,       https://h/p?x=2",
        "https://h/a/b?c=1, ?page=2,      https://h/a/b?page=2",
        "https://h/a/b?c=1, y?page=2,     https://h/a/y?page=2",
        "https://h/a/b?c=1, //i/p,        https://i/p",
        "https://h/a/b?c=1, http://j/p,   http://j/p",
        "https://h,         y,            https://h/y",
        "https://h/a/b?c=1, '',           https://h/a/b?c=1",
        "https://h/a/b,     x y|z?q=[1],  https://h/a/x y|z?q=[1]",
    })
    void resolvesLinksAgainstTheCurrentUrl(String current, String link, String resolved) {
        assertThat(Urls.resolve(current, link)).isEqualTo(resolved);
    }
}
