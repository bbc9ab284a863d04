package dev.headrace.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @Test
    void leavesNoBlanksAndEscapesOnlyWhatItMust() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("b", List.of(1L, 2.5, true, "é/\u007f"));
        object.put("a", null);
        object.put("\n\u0001\"\\", Map.of());

        assertThat(CanonicalJson.write(object))
                .isEqualTo("{\"b\":[1,2.5,true,\"é/\u007f\"],\"a\":null,\"\\n\\u0001\\\"\\\\\":{}}");
    }

    @Test
    void sortsKeysByCodePointAtEveryDepth() {
        Map<String, @Nullable Object> inner = new LinkedHashMap<>();
        inner.put("\ud83d\ude00", 1L);
        inner.put("\uffff", 2L);

        assertThat(CanonicalJson.writeSorted(List.of(inner))).isEqualTo("[{\"\uffff\":2,\"\ud83d\ude00\":1}]");
    }

    @ParameterizedTest
    @CsvSource({"1.0,1.0", "1e16,1e16", "1.5e-7,1.5e-7", "-0.0,-0.0", "NaN,null"})
    void writesDoublesThatReadBackAsTheyWere(double number, String expected) {
        assertThat(CanonicalJson.write(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,-2,12345678901234567890,1.5,true,false,null,\"x\\ny\"],\"b\":{}}",
                "[]",
                "\"\"",
                "{\"\":{\"\":[[],[{}]]}}"
            })
    void writesWhatWasRead(String json) {
        assertThat(CanonicalJson.write(PlainJson.read(json))).isEqualTo(json);
    }

    @Test
    void readsListsAndObjectsThatMayBeChanged() {
        List<@Nullable Object> list = new ArrayList<>();
        PlainValues.object(PlainJson.read("{\"a\":1}")).ifPresent(object -> {
            object.put("b", 2L);
            list.addAll(object.values());
        });

        assertThat(list).containsExactly(1L, 2L);
    }
}
