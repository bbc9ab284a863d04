package dev.headrace.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.schema.DataType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnBufferTest {

    private final ColumnBuffer numbers = ColumnBuffer.of("n", DataType.BIGINT);
    private final ColumnBuffer texts = ColumnBuffer.of("t", DataType.TEXT);

    @Test
    void leavesOutAbsentRows() {
        numbers.putLong(1, 10);
        numbers.putLong(130, 20);

        assertThat(numbers.presentCount()).isEqualTo(2);
        assertThat(Arrays.copyOf(numbers.longs(), 2)).containsExactly(10, 20);
        assertThat(numbers.presence()[0]).isEqualTo(2);
        assertThat(numbers.presence()[2]).isEqualTo(4);
        assertThat(numbers.isPresent(0)).isFalse();
        assertThat(numbers.isPresent(130)).isTrue();
        assertThat(numbers.isPresent(100_000)).isFalse();
    }

    @Test
    void putsTheLengthInFrontOfBytes() {
        put(texts, 0, "ab");
        put(texts, 2, "");
        put(texts, 3, "é");

        assertThat(Arrays.copyOf(texts.bytes(), texts.byteLength()))
                .containsExactly(2, 0, 0, 0, 'a', 'b', 0, 0, 0, 0, 2, 0, 0, 0, 0xC3, 0xA9);
    }

    @Test
    void putsShortBytesThatAreGivenAsNumbers() {
        for (int row = 0; row < 100; row++) {
            texts.putWords(row, 0x68_67_66_65_64_63_62_61L, 0x6a_69L, 10);
        }
        put(texts, 100, "z");

        assertThat(values(texts, 101)).startsWith("abcdefghij", "abcdefghij").endsWith("abcdefghij", "z");
    }

    @Test
    void keepsTheSecondValueOfARow() {
        put(texts, 0, "first");
        put(texts, 1, "second");
        put(texts, 1, "third");

        assertThat(values(texts, 2)).containsExactly("first", "third");
    }

    @Test
    void takesNoValueForAnEarlierRow() {
        numbers.putLong(5, 1);

        assertThatThrownBy(() -> numbers.putLong(4, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsGoOfRoomThatIsTooMuchToBeKept() {
        put(texts, 0, "x".repeat(1000));
        texts.clear(2000);
        assertThat(texts.bytes()).hasSizeGreaterThan(1000);
        texts.clear(500);
        assertThat(texts.bytes()).isEmpty();

        put(texts, 0, "again");
        assertThat(values(texts, 1)).containsExactly("again");
    }

    @Test
    void letsGoOfTheRoomOfManyValues() {
        for (int row = 0; row < 10_000; row++) {
            numbers.putLong(row, row);
            put(texts, row, "");
        }
        numbers.clear(1000);
        texts.clear(1000);

        assertThat(numbers.longs()).isEmpty();
        assertThat(numbers.presence()).isEmpty();
        assertThat(texts.starts()).isEmpty();
        numbers.putLong(1, 7);
        put(texts, 1, "again");
        assertThat(values(numbers, 2)).containsExactly(null, "7");
        assertThat(values(texts, 2)).containsExactly(null, "again");
    }

    @Test
    void hasNoRowsAfterItWasCleared() {
        for (int row : new int[] {0, 63, 64, 200}) {
            numbers.putLong(row, row);
        }
        numbers.truncate(150);
        numbers.clear();

        assertThat(numbers.presence()).containsOnly(0);
        assertThat(values(numbers, 201)).containsOnlyNulls();
    }

    @Test
    void repeatsAConstantInEachRow() {
        ColumnBuffer constant = ColumnBuffer.constantText("c", "x");
        constant.clear();

        assertThat(values(constant.emptyCopy(), 2)).containsExactly("x", "x");
        assertThatThrownBy(() -> put(constant, 0, "y")).isInstanceOf(IllegalStateException.class);
    }

    @Property(tries = 200)
    void truncatingIsLikeNeverHavingWritten(
            @ForAll @Size(max = 200) List<@IntRange(max = 3) Integer> gaps, @ForAll @IntRange(max = 500) int limit) {
        ColumnBuffer whole = ColumnBuffer.of("c", DataType.TEXT);
        ColumnBuffer cut = ColumnBuffer.of("c", DataType.TEXT);
        int row = 0;
        for (int gap : gaps) {
            row += gap + 1;
            put(whole, row, "v" + row);
            if (row < limit) {
                put(cut, row, "v" + row);
            }
        }
        whole.truncate(limit);
        put(whole, 700, "more");
        put(cut, 700, "more");

        assertThat(values(whole, 701)).isEqualTo(values(cut, 701));
        assertThat(whole.byteLength()).isEqualTo(cut.byteLength());
    }

    private static void put(ColumnBuffer column, int row, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        column.putBytes(row, bytes, 1, bytes.length - 1);
    }

    private static List<@Nullable String> values(ColumnBuffer column, int rows) {
        return BatchText.values(column, rows);
    }
}
