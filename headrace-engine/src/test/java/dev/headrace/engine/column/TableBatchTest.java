package dev.headrace.engine.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.schema.DataType;
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
