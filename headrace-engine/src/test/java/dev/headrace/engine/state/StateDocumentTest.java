package dev.headrace.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.load.StateRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateDocumentTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void readsBackWhatItWrites() {
        StateDocument state = StateDocument.unknown().changedTo(content("é", 1.5));

        StateRow row = state.toRow("shop", NOW, "id");

        assertThat(StateDocument.decode(row)).isEqualTo(state);
        assertThat(row)
                .extracting(StateRow::version, StateRow::engineVersion, StateRow::versionHash)
                .containsExactly(1L, 4L, state.versionHash());
    }

    /** The compressed text was made by Python's zlib and base64 modules. */
    @Test
    void readsARowThatPythonCompressed() {
        String state =
                "eJyrVoovLkksSY0vSy0qzszPU7Iy1IEJpealZ+YhyZjoKBVkFqTmgATzEnNTlayUijPyC5R0lIrzS4uSU4uVrKprawHhRh3J";

        StateDocument read = StateDocument.decode(new StateRow(1, 4, "shop", state, NOW, "h", "id"));

        assertThat(read.version()).isEqualTo(1);
        assertThat(read.content()).containsEntry("pipeline_name", "shop");
    }

    @Test
    void hashesOnlyTheContent() {
        String hashed = StateDocument.parse("{\"a\":1}").versionHash();

        assertThat(StateDocument.parse(
                                "{\"_local\":{\"x\":1},\"a\":1,\"_state_version\":9,\"_state_engine_version\":4}")
                        .versionHash())
                .isEqualTo(hashed);
        assertThat(StateDocument.parse("{\"a\":2}").versionHash()).isNotEqualTo(hashed);
    }

    @Test
    void keepsItsVersionWhileTheContentStays() {
        StateDocument first = StateDocument.unknown().changedTo(content("a", 1));

        assertThat(first.changedTo(content("a", 1))).isSameAs(first);
        assertThat(first.changedTo(content("a", 2)).version()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoState() {
        assertThatThrownBy(() -> StateDocument.decode(new StateRow(1, 4, "p", "%%%", NOW, "h", "id")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("base64");
        assertThatThrownBy(() -> StateDocument.parse("{\"_state_engine_version\":5}"))
                .hasMessageContaining("engine version is 5");
    }

    private static Map<String, @Nullable Object> content(String key, Object value) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put(key, value);
        content.put("nothing", null);
        return content;
    }
}
