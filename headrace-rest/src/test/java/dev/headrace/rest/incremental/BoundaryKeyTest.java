package dev.headrace.rest.incremental;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.SourceException;
import dev.headrace.json.JsonTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hashes are those of dlt 1.26.0. */
class BoundaryKeyTest {

    private static String hash(BoundaryKey key, String record) {
        return key.hash(JsonTree.parse(record), "events");
    }

    @Test
    void hashesTheBareValueOfASingleColumn() {
        assertThat(hash(BoundaryKey.of("id"), "{\"id\": 1, \"v\": 2}")).isEqualTo("669czW83KR00ut4bv/U5");
        assertThat(hash(BoundaryKey.of("id"), "{\"id\": \"x\"}")).isEqualTo("SNIkKkSY307pYWfhgInf");
    }

    @Test
    void hashesAListOfTheValuesOfListedColumns() {
        assertThat(hash(BoundaryKey.of(List.of("id", "v")), "{\"v\": \"a\", \"id\": 1}"))
                .isEqualTo("ndvRJS8rm8iAiHfET37I");
    }

    @Test
    void hashesTheWholeRowWithSortedKeys() {
        assertThat(hash(BoundaryKey.wholeRow(), "{\"v\":\"b\", \"id\": 2, \"u\": 2.50, \"\u00e9\": null}"))
                .isEqualTo("WDpZIrVwdMxeEKN5Omte");
    }

    @Test
    void namesTheColumnThatARecordLacks() {
        assertThatThrownBy(() -> hash(BoundaryKey.of("id"), "{}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("'events'")
                .hasMessageContaining("'id'");
    }
}
