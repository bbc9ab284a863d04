package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.engine.naming.Naming;
import dev.headrace.engine.schema.SchemaSettings;
import dev.headrace.source.ResourceHints;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that are made to do harm. */
@Timeout(300)
class HostileRecordsTest {

    @Test
    void refusesARecordOfTooManyColumns() {
        refuses("[{" + members(20_000, i -> "\"c" + i + "\":1") + "}]", "table 't'", "5000", "max_table_nesting");
    }

    @Test
    void refusesAMillionKeys() {
        refuses("[{" + members(1_000_000, i -> "\"c" + i + "\":1") + "}]", "the records", "200000 different keys");
    }

    @Test
    void refusesColumnsThatComeOneByOne() {
        String records = members(6000, i -> "{\"id\":" + i + ",\"k" + i + "\":1}");
        refuses("[" + records + "]", "record 4", "5000");
    }

    @Test
    void refusesVariantsWithoutEnd() {
        String half = members(3000, i -> "\"c" + i + "\":1");
        String other = members(3000, i -> "\"c" + i + "\":\"x\"");
        refuses("[{" + half + "},{" + other + "}]", "record 2", "5000");
    }

    @Test
    void refusesMoreColumnsThanTheDestinationCanDo() {
        SchemaSettings small = new SchemaSettings(Naming.of("snake_case", 63), null, null, null, 10);
        String record = "[{" + members(20, i -> "\"c" + i + "\":1") + "}]";
        assertThatThrownBy(() -> Run.of(ResourceHints.none(), small).page(record))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("it has 10");
    }

    @Test
    void refusesTooManyTables() {
        refuses("[{" + members(3000, i -> "\"t" + i + "\":[1]") + "}]", "2000 tables", "max_table_nesting");
    }

    @Test
    void takesManyObjectsThatAreEmpty() {
        assertThat(Run.ofPage("[{\"id\":1," + members(50_000, i -> "\"o" + i + "\":{}") + "}]").warnings)
                .isEmpty();
    }

    @Test
    void takesTheLastOfManyKeysThatAreOne() {
        assertThat(Run.ofPage("[{" + members(300_000, i -> "\"a\":" + i) + "}]").warnings)
                .isEmpty();
    }

    @Test
    void takesKeysOfAMegabyte() {
        assertThat(Run.ofPage("[{\"" + "k".repeat(1 << 20) + "\":1}]").warnings).isEmpty();
    }

    @Test
    void takesNumbersOfAMillionDigits() {
        String digits = "9".repeat(1_000_000);
        Run.ofPage("[{\"a\":1},{\"a\":" + digits + "},{\"a\":\"" + digits + "\"},{\"a\":0." + digits + "},{\"a\":1e"
                + digits + "}]");
    }

    private static void refuses(String page, String... words) {
        assertThatThrownBy(() -> Run.ofPage(page))
                .isInstanceOf(DataException.class)
                .message()
                .contains(words);
    }

    private static String members(int count, IntFunction<String> member) {
        return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(","));
    }
}
