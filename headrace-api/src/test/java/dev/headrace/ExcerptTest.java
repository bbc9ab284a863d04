package dev.headrace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void showsShortTextsWhole() {
        assertThat(Excerpt.of("four", 4)).isEqualTo("four");
        assertThat(Excerpt.of("", 1)).isEmpty();
    }

    @Test
    void marksWhereALongTextIsCut() {
        assertThat(Excerpt.of("fives", 4)).isEqualTo("five…");
    }

    @Test
    void doesNotCutAPairOfSurrogates() {
        assertThat(Excerpt.of("ab\uD83D\uDE00c", 3)).isEqualTo("ab…");
        assertThat(Excerpt.of("ab\uD83D\uDE00c", 4)).isEqualTo("ab\uD83D\uDE00…");
    }

    @Test
    void makesOneLineOfSeveral() {
        assertThat(Excerpt.line(" one\r\n\ttwo\u0000three ", 20)).isEqualTo("one two three");
        assertThat(Excerpt.line("one\ntwo", 5)).isEqualTo("one t…");
    }
}
