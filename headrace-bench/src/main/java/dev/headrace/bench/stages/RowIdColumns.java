package dev.headrace.bench.stages;

import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.engine.identity.RowIds;
import dev.headrace.schema.DataType;
import dev.headrace.schema.SystemColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the ids of the rows of some tables and nothing else, as the normaliser does it for rows that are only appended: what can
 * be taken off its time where ids are to be left out.
 */
final class RowIdColumns {

    /** So many rows make a batch in the engine. */
    private static final int FULL_ROWS = 20_480;

    private final RowIds ids = new RowIds();
    private final List<Table> tables = new ArrayList<>();

    /** @param normalised what rows there are */
    RowIdColumns(List<TableBatch> normalised) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, Boolean> nested = new LinkedHashMap<>();
        for (TableBatch batch : normalised) {
            rows.merge(batch.table(), batch.rows(), Integer::sum);
            nested.put(batch.table(), isNested(batch));
        }
        rows.forEach((table, count) -> tables.add(new Table(table, count, Boolean.TRUE.equals(nested.get(table)))));
    }

    private static boolean isNested(TableBatch batch) {
        return batch.columns().stream().anyMatch(column -> column.name().equals(SystemColumns.PARENT_ID));
    }

    /** Fills the columns; answers how many rows there are. */
    long fill() {
        long rows = 0;
        for (Table table : tables) {
            table.fill(ids);
            rows += table.rows;
        }
        return rows;
    }

    private static final class Table {

        private final int rows;
        private final boolean nested;
        private final TableBatch batch;
        private final ColumnBuffer parent = ColumnBuffer.of(SystemColumns.PARENT_ID, DataType.TEXT);
        private final ColumnBuffer index = ColumnBuffer.of(SystemColumns.LIST_IDX, DataType.BIGINT);
        private final ColumnBuffer id = ColumnBuffer.of(SystemColumns.ID, DataType.TEXT);

        Table(String name, int rows, boolean nested) {
            this.rows = rows;
            this.nested = nested;
            this.batch = new TableBatch(name);
            batch.add(id);
            if (nested) {
                batch.add(parent);
                batch.add(index);
            }
        }

        void fill(RowIds ids) {
            long parentHead = ids.head();
            long parentTail = ids.takeTail();
            for (int i = 0; i < rows; i++) {
                int row = batch.addRow();
                if (nested && !parent.isPresent(row) && !index.isPresent(row)) {
                    parent.putWords(row, parentHead, parentTail, RowIds.LENGTH);
                    index.putLong(row, i);
                }
                if (!id.isPresent(row)) {
                    id.putWords(row, ids.head(), ids.takeTail(), RowIds.LENGTH);
                }
                if (batch.rows() == FULL_ROWS) {
                    batch.clear();
                }
            }
            batch.clear();
        }
    }
}
