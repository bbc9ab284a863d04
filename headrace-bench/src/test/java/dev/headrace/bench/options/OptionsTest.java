package dev.headrace.bench.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void readsNumbersWithGroups() {
        Options options = Options.parse(List.of("--records", "1_000_000"), "records", "runs");

        assertThat(options.number("records", 1)).isEqualTo(1_000_000);
        assertThat(options.integer("runs", 5)).isEqualTo(5);
    }

    @Test
    void refusesUnknownOptions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--recrods", "1"), "records"))
                .withMessageContaining("--recrods");
    }

    @Test
    void refusesOptionsWithoutValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--records"), "records"))
                .withMessageContaining("needs a value");
    }
}
