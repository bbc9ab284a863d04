package dev.headrace.engine.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.schema.DataType;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableBatchTest {

    private final TableBatch batch = new TableBatch("t");

    @Test
    void hasNoValuesInRowsBeforeAColumnWasAdded() {
        batch.addRow();
        ColumnBuffer late = batch.add(ColumnBuffer.of("late", DataType.BOOL));
        late.putLong(batch.addRow(), 1);

        assertThat(batch.rows()).isEqualTo(2);
        assertThat(BatchText.values(late, 2)).containsExactly(null, "true");
    }

    @Test
    void forgetsTheRowsThatAreCutOff() {
        ColumnBuffer column = batch.add(ColumnBuffer.of("n", DataType.BIGINT));
        for (int i = 0; i < 5; i++) {
            column.putLong(batch.addRow(), i);
        }
        batch.truncate(2);
        column.putLong(batch.addRow(), 9);

        assertThat(BatchText.values(column, batch.rows())).containsExactly("0", "1", "9");
        assertThat(batch.byteSize()).isEqualTo(24);
    }

    @Test
    void takesNoRowsOfOtherColumns() {
        batch.add(ColumnBuffer.of("n", DataType.BIGINT)).putLong(batch.addRow(), 1);

        assertThatThrownBy(() -> batch.append(new TableBatch("t")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Rows of 0 columns cannot join those of t, which has 1");
        assertThat(batch.rows()).isEqualTo(1);
    }

    @Property(tries = 300)
    void rowsThatAreAppendedAreAsIfTheyHadBeenWrittenThere(
            @ForAll @Size(max = 300) List<@IntRange(max = 5) Integer> kinds,
            @ForAll @IntRange(min = 1, max = 150) int together,
            @ForAll @IntRange(max = 300) int left) {
        TableBatch whole = withColumns();
        TableBatch joined = withColumns();
        TableBatch piece = withColumns();
        for (int i = 0; i < kinds.size(); i++) {
            write(whole, kinds.get(i), i);
            write(piece, kinds.get(i), i);
            if (piece.rows() == together || i == kinds.size() - 1) {
                joined.append(piece);
                piece.clear();
            }
        }
        assertSame(joined, whole);

        whole.truncate(Math.min(left, whole.rows()));
        joined.truncate(Math.min(left, joined.rows()));
        write(whole, 3, -1);
        write(joined, 3, -1);
        assertSame(joined, whole);
    }

    private static TableBatch withColumns() {
        TableBatch batch = new TableBatch("t");
        batch.add(ColumnBuffer.of("n", DataType.BIGINT));
        batch.add(ColumnBuffer.constantText("c", "same"));
        batch.add(ColumnBuffer.of("t", DataType.TEXT));
        return batch;
    }

    /** A row with a number, a text, both or, more often, neither. */
    private static void write(TableBatch batch, int kind, int value) {
        int row = batch.addRow();
        if ((kind & 1) != 0) {
            batch.columns().get(0).putLong(row, value);
        }
        if ((kind & 2) != 0) {
            byte[] text = ("v" + value).getBytes(UTF_8);
            batch.columns().get(2).putBytes(row, text, 0, text.length);
        }
    }

    private static void assertSame(TableBatch batch, TableBatch expected) {
        assertThat(batch.rows()).isEqualTo(expected.rows());
        assertThat(batch.byteSize()).isEqualTo(expected.byteSize());
        for (int i = 0; i < expected.columns().size(); i++) {
            assertThat(BatchText.values(batch.columns().get(i), batch.rows()))
                    .isEqualTo(BatchText.values(expected.columns().get(i), batch.rows()));
        }
    }

    @Test
    void copiesItsColumnsWithoutRows() {
        batch.add(ColumnBuffer.of("n", DataType.BIGINT)).putLong(batch.addRow(), 1);

        TableBatch copy = batch.emptyCopy();

        assertThat(copy.table()).isEqualTo("t");
        assertThat(copy.rows()).isZero();
        assertThat(copy.columns()).singleElement().satisfies(column -> {
            assertThat(column.name()).isEqualTo("n");
            assertThat(column.presentCount()).isZero();
        });
    }
}
