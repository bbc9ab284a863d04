package dev.headrace.engine;

import dev.headrace.engine.document.SchemaContent;
import dev.headrace.engine.state.LiveState;
import dev.headrace.load.Reset;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run lets go of before it loads.
 *
 * @param wholeSource everything of the source goes, not only what belongs to some resources
 * @param resources those whose state is forgotten
 * @param reset their tables
 */
record FreshStart(boolean wholeSource, Set<String> resources, Reset reset) {

    /** Everything stays. */
    static FreshStart none() {
        return new FreshStart(false, Set.of(), Reset.none());
    }

    /** @param mode null: everything stays */
    static FreshStart of(@Nullable Refresh mode, ResourcePlan plan, Committed committed) {
        if (mode == null) {
            return none();
        }
        Set<String> resources = plan.source().readResources();
        return switch (mode) {
            case DROP_SOURCES -> dropping(committed.schema().toSchema());
            case DROP_RESOURCES -> dropping(resources, committed.schema().toSchema());
            case DROP_DATA ->
                new FreshStart(
                        false,
                        resources,
                        new Reset(false, tables(resources, committed.schema().toSchema())));
        };
    }

    /** All tables and all state of a source. */
    static FreshStart dropping(Schema schema) {
        Set<String> all = new LinkedHashSet<>();
        schema.tables().stream().filter(TableSchema::isRoot).forEach(root -> all.add(String.valueOf(root.resource())));
        return new FreshStart(true, all, new Reset(true, tables(all, schema)));
    }

    /** The tables and the state of some resources. */
    static FreshStart dropping(Set<String> resources, Schema schema) {
        return new FreshStart(false, resources, new Reset(true, tables(resources, schema)));
    }

    /** The tables that these resources filled, with all below them; nested ones first. */
    private static List<String> tables(Set<String> resources, Schema schema) {
        List<String> tables = new ArrayList<>();
        for (TableSchema table : schema.tables()) {
            boolean own = table.isRoot() && !table.isSystem();
            if (own && resources.contains(String.valueOf(table.resource()))) {
                schema.chain(table).forEach(member -> tables.add(member.name()));
            }
        }
        Collections.reverse(tables);
        return tables;
    }

    /** The schema without the tables that are dropped. */
    SchemaContent remaining(SchemaContent content) {
        if (!reset.drops()) {
            return content;
        }
        if (wholeSource) {
            return SchemaContent.fresh(content.name()).withNaming(content.naming());
        }
        Map<String, TableSchema> tables = new LinkedHashMap<>(content.tables());
        reset.tables().forEach(tables::remove);
        return content.withTables(tables);
    }

    void forget(LiveState live) {
        if (wholeSource || !resources.isEmpty()) {
            live.keepSources();
        }
        if (wholeSource) {
            live.resetSource();
        }
        resources.forEach(live::reset);
    }
}
