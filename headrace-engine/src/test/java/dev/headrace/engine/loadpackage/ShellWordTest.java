package dev.headrace.engine.loadpackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {

    @Test
    void leavesPlainWordsAlone() {
        assertThat(ShellWord.of("postgres://me@db:5432/lake")).isEqualTo("postgres://me@db:5432/lake");
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(ShellWord.of("my lake")).isEqualTo("'my lake'");
        assertThat(ShellWord.of("$(rm)")).isEqualTo("'$(rm)'");
        assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellWord.of("")).isEqualTo("''");
    }
}
