package dev.headrace.engine;

import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;

/** Finds resources that are to be merged, but by no key: their rows are only added. */
final class KeylessMerges {

    private KeylessMerges() {}

    /** Warns of each such resource; {@code schema} has their hints already. */
    static void warn(ResourcePlan plan, WorkingSchema schema, RunListener listener) {
        for (Resource resource : plan.loaded()) {
            if (needsKey(resource) && !hasKey(plan.tableOf(resource, schema.naming()), schema)) {
                listener.on(new RunEvent.Warned(
                        resource.name(),
                        "The write disposition is merge, but there is neither a primary_key nor a merge_key: all rows are"
                                + " added, none is replaced. Name the columns that identify a row as primary_key."));
            }
        }
    }

    private static boolean needsKey(Resource resource) {
        return resource.hints().disposition() instanceof WriteDisposition.Merge merge
                && merge.strategy() != MergeStrategy.SCD2;
    }

    private static boolean hasKey(String table, WorkingSchema schema) {
        for (ColumnSchema column : schema.findTable(table).orElseThrow().columns()) {
            if (column.is(Hints.PRIMARY_KEY) || column.is(Hints.MERGE_KEY)) {
                return true;
            }
        }
        return false;
    }
}
