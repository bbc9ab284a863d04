package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JsonKeyTableTest {

    private final JsonKeyTable table = new JsonKeyTable();

    @Test
    void numbersKeysInTheOrderInWhichTheyWereAdded() {
        assertThat(add("id")).isZero();
        assertThat(add("name")).isEqualTo(1);
        assertThat(find("id")).isZero();
        assertThat(find("name")).isEqualTo(1);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void tellsKeysApartThatDifferInLengthOrInOnePlace() {
        List<String> others =
                List.of("", "i", "idd", "i\\u0064", "Id", "iD", "customer_address_line_1", "customer_address_line_2");
        add("id");
        add("customer_address_line_3");

        assertThat(others).allSatisfy(other -> assertThat(find(other)).isEqualTo(JsonKeyTable.NONE));
    }

    @Test
    void findsTheEmptyKey() {
        add("");

        assertThat(find("")).isZero();
    }

    @Test
    void findsKeysWhereverTheyStand() {
        add("key");
        byte[] text = "{\"key\":1,\"a\":{\"key\":2},\"key".getBytes(UTF_8);

        assertThat(table.find(text, 2, 5)).isZero();
        assertThat(table.find(text, 15, 18)).isZero();
        assertThat(table.find(text, text.length - 3, text.length)).isZero();
        assertThat(table.find(text, text.length - 3, text.length - 1)).isEqualTo(JsonKeyTable.NONE);
    }

    @Test
    void spreadsKeysThatDifferInOneByteOverTheTable() {
        long different = IntStream.range(0, 1000)
                .map(number -> hash("field_" + number) >>> Integer.SIZE - 11)
                .distinct()
                .count();

        // 1000 balls into 2048 urns hit 790 of them.
        assertThat(different).isGreaterThan(600);
    }

    @Property
    void agreesWithAMapOfTexts(@ForAll @Size(max = 200) List<@StringLength(max = 30) String> keys) {
        JsonKeyTable mixed = new JsonKeyTable();
        Map<String, Integer> expected = new HashMap<>();
        for (String key : keys) {
            byte[] bytes = key.getBytes(UTF_8);
            String kept = new String(bytes, UTF_8); // half a surrogate pair becomes a question mark
            assertThat(mixed.find(bytes, 0, bytes.length)).isEqualTo(expected.getOrDefault(kept, JsonKeyTable.NONE));
            if (expected.putIfAbsent(kept, expected.size()) == null) {
                mixed.add(bytes, 0, bytes.length);
            }
        }
        assertThat(mixed.size()).isEqualTo(expected.size());
    }

    private int add(String key) {
        byte[] bytes = key.getBytes(UTF_8);
        return table.add(bytes, 0, bytes.length);
    }

    private int find(String key) {
        byte[] bytes = key.getBytes(UTF_8);
        return table.find(bytes, 0, bytes.length);
    }

    private static int hash(String key) {
        byte[] bytes = key.getBytes(UTF_8);
        return JsonKeyTable.hash(bytes, 0, bytes.length);
    }
}
