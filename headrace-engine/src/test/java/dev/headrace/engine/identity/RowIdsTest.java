package dev.headrace.engine.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowIdsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', textBlock = """
            {"id":1}                      ; z5jIxXIbUnmbKw
            {"id":"1"}                    ; 34mTpKkIs8DCig
            {"id":1.5}                    ; ajYxs7YZNhIBVQ
            {"id":2.0}                    ; PCu4ppPHyTu7jA
            {"id":true}                   ; 8tzPerpjGpGGTQ
            {"id":"é🚀"}                  ; 7v1Ua11QWeOGAg
            {"id":"2024-01-01T00:00:00Z"} ; vmLxXJRYSL5Jqg
            {"a":1,"b":"x"}               ; khlsLbyhkJKGeQ
            {"id":1,"tx_id":"tx1🚀3"}     ; 19GAeLNivYhDqg
            """)
    void hashesKeysLikeDlt(String json, String id) {
        assertThat(RowIds.keyHash(json.getBytes(UTF_8))).asString(UTF_8).isEqualTo(id);
    }

    @Test
    void hashesRowsLikeDlt() {
        assertThat(RowIds.rowHash("{\"c1\":\"foo\",\"c2\":{\"nc1\":\"foo\"},\"nk\":1}".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("OTPbGyxWlJzmpA");
        assertThat(RowIds.rowHash("{\"c1\":\"bar\",\"c2\":{\"nc1\":\"bar\"},\"nk\":2}".getBytes(UTF_8)))
                .asString(UTF_8)
                .isEqualTo("S41QIpRa9Fwh0w");
    }

    @Test
    void derivesIdsOfNestedRowsLikeDlt() {
        assertThat(RowIds.childId("z5jIxXIbUnmbKw", "orders__lines", 0)).isEqualTo("TBKFf60wvzrX2A");
        assertThat(RowIds.childId("TBKFf60wvzrX2A", "orders__lines__tags", 1)).isEqualTo("TMcYXhxciGZV+w");
    }

    @Test
    void writesTheIdsThatItNames() {
        RowIds ids = new RowIds();
        byte[] parent = "..z5jIxXIbUnmbKw..".getBytes(UTF_8);
        byte[] target = new byte[RowIds.LENGTH + 2];
        for (long index : new long[] {0, 9, 10, 1234567890123L}) {
            ids.writeChild(parent, 2, 16, "orders__lines".getBytes(UTF_8), index, target, 1);
            assertThat(new String(target, 1, RowIds.LENGTH, UTF_8))
                    .isEqualTo(RowIds.childId("z5jIxXIbUnmbKw", "orders__lines", index));
        }
        assertThat(target[0]).isZero();
        assertThat(target[target.length - 1]).isZero();
    }

    @Test
    void makesRandomIdsThatDiffer() {
        RowIds ids = new RowIds();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            seen.add(ids.random());
        }
        assertThat(seen).hasSize(100_000).allMatch(id -> id.matches("[A-Za-z0-9+/]{13}[AQgw]"));
        assertThat(new RowIds().random()).isNotIn(seen);
    }

    @Test
    void sharesEightCharactersAmongTheIdsOfOneObject() {
        RowIds ids = new RowIds();
        String prefix = ids.random().substring(0, 8);
        assertThat(ids.random()).startsWith(prefix);
        assertThat(new RowIds().random()).doesNotStartWith(prefix);
    }

    @Test
    void usesEveryCharacterAtEveryPlaceOfRandomIds() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            String id = new RowIds().random();
            for (int place = 0; place < RowIds.LENGTH; place++) {
                seen.add(place + ":" + id.charAt(place));
            }
        }
        assertThat(seen).hasSize(13 * 64 + 4);
    }
}
