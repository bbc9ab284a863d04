package dev.headrace.engine;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.deletes.Deletes;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.engine.schema.WorkingTable;
import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.source.Resource;
import java.util.List;
import java.util.Map;

/** Gives tables whose rows are marked the column for it, once they have rows. Data has no say in it, and no contract either. */
final class DeleteMarks {

    private final RunSettings settings;
    private final ResourcePlan plan;
    private final WorkingSchema schema;

    DeleteMarks(RunSettings settings, ResourcePlan plan, WorkingSchema schema) {
        this.settings = settings;
        this.plan = plan;
        this.schema = schema;
    }

    /**
     * @param parts what is in the package, by table
     * @throws DataException when records bring that column themselves, or the table has one of another type
     */
    void prepare(Map<String, List<PartFile>> parts) {
        for (Resource resource : plan.loaded()) {
            if (settings.deletes(resource) == Deletes.SOFT) {
                String name = plan.tableOf(resource, schema.naming());
                schema.findTable(name)
                        .filter(WorkingTable::hasSeenData)
                        .ifPresent(table -> prepare(table, parts.getOrDefault(name, List.of())));
            }
        }
    }

    private static void prepare(WorkingTable table, List<PartFile> parts) {
        ColumnSchema known = table.findColumn(Deletes.COLUMN)
                .filter(ColumnSchema::isComplete)
                .orElse(null);
        boolean brought = parts.stream().anyMatch(part -> part.columns().contains(Deletes.COLUMN));
        if (brought || known != null && known.dataType() != DataType.TIMESTAMP) {
            throw new DataException(
                    FailureKind.DATA,
                    Phase.NORMALIZE,
                    "Cannot mark rows of table '" + table.name() + "' as deleted: "
                            + (brought ? "its records have" : "it has") + " a column '" + Deletes.COLUMN
                            + "' already. Take that field out with a processing step, or say 'deletes: hard'.");
        }
        if (known == null) {
            table.complete(Deletes.COLUMN, DataType.TIMESTAMP);
        }
    }
}
