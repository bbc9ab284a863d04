package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds resources that are to be merged without the key that the strategy needs, or with one that it does not use, or with more
 * columns than one where a row can have one only.
 */
final class KeylessMerges {

    private final ResourcePlan plan;
    private final RunListener listener;
    private boolean told;

    KeylessMerges(ResourcePlan plan, RunListener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /**
     * Warns of such resources, when asked for the first time.
     *
     * @param schema has the hints of all resources already
     * @throws ConfigException where the strategy cannot do without a primary key, or several columns say which rows are
     *     deleted, or which of several rows stays
     */
    void checkOnce(WorkingSchema schema) {
        if (told) {
            return;
        }
        told = true;
        for (Resource resource : plan.loaded()) {
            if (resource.hints().disposition() instanceof WriteDisposition.Merge merge) {
                String table = plan.tableOf(resource, schema.naming());
                requireOne(resource, table, schema, Hints.HARD_DELETE);
                requireOne(resource, table, schema, Hints.DEDUP_SORT);
                check(
                        resource,
                        merge.strategy(),
                        hasAny(table, schema, Hints.PRIMARY_KEY),
                        hasAny(table, schema, Hints.MERGE_KEY));
            }
        }
    }

    private void check(Resource resource, MergeStrategy strategy, boolean primaryKey, boolean mergeKey) {
        switch (strategy) {
            case DELETE_INSERT -> {
                if (!primaryKey && !mergeKey) {
                    warn(
                            resource,
                            "The write disposition is merge, but there is neither a primary_key nor a merge_key: all rows are"
                                    + " added, none is replaced. Name the columns that identify a row as primary_key.");
                }
            }
            case UPSERT, INSERT_ONLY -> {
                requireKey(resource, strategy, primaryKey);
                if (mergeKey) {
                    warn(
                            resource,
                            "The merge strategy " + strategy.label() + " finds rows by their primary_key only; the"
                                    + " merge_key is not used.");
                }
            }
            case SCD2 -> {}
        }
    }

    private static void requireKey(Resource resource, MergeStrategy strategy, boolean primaryKey) {
        if (!primaryKey) {
            throw new ConfigException("Cannot load resource '" + resource.name() + "' with merge strategy '"
                    + strategy.label()
                    + "': it has no primary_key, by which rows are found again. Name the columns that"
                    + " identify a row as primary_key.");
        }
    }

    private void warn(Resource resource, String message) {
        listener.on(new RunEvent.Warned(resource.name(), message));
    }

    private static void requireOne(Resource resource, String table, WorkingSchema schema, String hint) {
        List<String> columns = new ArrayList<>();
        for (ColumnSchema column : schema.findTable(table).orElseThrow().columns()) {
            if (column.is(hint) || column.hints().get(hint) instanceof String) {
                columns.add(column.name());
            }
        }
        if (columns.size() > 1) {
            throw new ConfigException("Cannot load resource '" + resource.name() + "': " + columns.size()
                    + " columns have " + hint + " (" + String.join(", ", columns)
                    + "), and only one can. Take it from the others.");
        }
    }

    private static boolean hasAny(String table, WorkingSchema schema, String hint) {
        for (ColumnSchema column : schema.findTable(table).orElseThrow().columns()) {
            if (column.is(hint)) {
                return true;
            }
        }
        return false;
    }
}
