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

    private final ResourcePlan plan;
    private final RunListener listener;
    private boolean told;

    KeylessMerges(ResourcePlan plan, RunListener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /** Warns of each such resource, when asked for the first time; {@code schema} has their hints already. */
    void warnOnce(WorkingSchema schema) {
        if (told) {
            return;
        }
        told = true;
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
