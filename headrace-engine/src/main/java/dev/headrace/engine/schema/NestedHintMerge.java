package dev.headrace.engine.schema;

import dev.headrace.ConfigException;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.NestedHints;
import dev.headrace.source.Resource;
import org.jspecify.annotations.Nullable;

/** Brings what a resource says about nested tables into the schema, and settles which of them stand on their own. */
final class NestedHintMerge {

    private final WorkingSchema schema;
    private final WorkingTable root;
    private final Resource resource;

    NestedHintMerge(WorkingSchema schema, WorkingTable root, Resource resource) {
        this.schema = schema;
        this.root = root;
        this.resource = resource;
    }

    /** @throws ConfigException when a table that has rows would get or lose its parent */
    void apply() {
        resource.hints().nested().forEach(this::apply);
    }

    private void apply(String list, NestedHints hints) {
        String name = schema.naming().join(root.name(), schema.naming().path(list));
        WorkingTable parent = parent(hints);
        WorkingTable table = schema.nestedTable(parent == null ? root : parent, name);
        new HintMerge(table, schema.naming()).apply(hints);
        settle(table, parent);
    }

    /** As in dlt, a list in a list counts as nested in the resource's table unless something else is said. */
    private @Nullable WorkingTable parent(NestedHints hints) {
        if (hints.parentTable() == null) {
            return hints.standsAlone() ? null : root;
        }
        String name = schema.naming().path(hints.parentTable());
        String prefix = root.name() + schema.naming().separator();
        if (!name.equals(root.name()) && !name.startsWith(prefix)) {
            throw new ConfigException("Cannot nest a table of resource '" + resource.name() + "' in '" + name
                    + "' as parent_table_name asks: only '" + root.name() + "' and tables nested in it, '" + prefix
                    + "...', can be above it.");
        }
        return name.equals(root.name()) ? root : schema.nestedTable(root, name);
    }

    private void settle(WorkingTable table, @Nullable WorkingTable parent) {
        if (table.parent() != parent && table.hasSeenData()) {
            throw new ConfigException("Cannot " + (parent == null ? "take table '" : "nest table '") + table.name()
                    + (parent == null ? "' out of the table above it" : "' in '" + parent.name() + "'")
                    + ": it has rows already, and they are "
                    + (table.parent() == null
                            ? "those of a table of its own"
                            : "nested in '" + table.parent().name() + "'")
                    + ". Change its keys in nested_hints back, or begin anew with --refresh drop_resources.");
        }
        if (parent == null) {
            table.standAlone(resource.name(), WriteDisposition.append());
        } else {
            table.nestIn(parent);
        }
    }
}
