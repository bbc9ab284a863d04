package dev.headrace.engine.normalise;

import dev.headrace.engine.normalise.RawValue.RawList;
import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.engine.schema.WorkingTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a row belong, in the order in which dlt lays them out: at each level first the values, then the lists,
 * then the nested objects from the last to the first.
 *
 * @param table null while the table is not there yet
 */
record RowLayout(Names names, @Nullable WorkingTable table) {

    /**
     * A member of an object, and what its name comes to.
     *
     * @param path the name before it was shortened
     * @param rawPath the key with the keys around it, as the data has them
     */
    record Part(RawObject owner, String key, RawValue value, String name, String path, String rawPath) {}

    /** The members of an object of the row, in order; {@code parent} is the object itself, null for the row. */
    List<Part> parts(RawObject object, @Nullable Part parent, int budget) {
        String prefix = parent == null ? null : parent.path();
        List<Part> values = new ArrayList<>();
        List<Part> lists = new ArrayList<>();
        List<Part> objects = new ArrayList<>();
        for (Map.Entry<String, RawValue> member : object.members().entrySet()) {
            String own = names.path(member.getKey());
            String path = names.concatenate(prefix, own);
            String key = member.getKey();
            String rawPath = parent == null ? key : parent.rawPath() + '.' + key;
            Part part = new Part(object, key, member.getValue(), names.join(prefix, own), path, rawPath);
            if (isObject(part, budget)) {
                objects.add(part);
            } else {
                (isList(part, budget) ? lists : values).add(part);
            }
        }
        values.addAll(lists);
        Collections.reverse(objects);
        values.addAll(objects);
        return values;
    }

    /** Whether the members of the part become columns of the row. */
    boolean isObject(Part part, int budget) {
        return part.value() instanceof RawObject && !isWhole(part.name(), budget);
    }

    /** Whether the elements of the part become rows. */
    boolean isList(Part part, int budget) {
        return part.value() instanceof RawList && !isWhole(part.name(), budget);
    }

    private boolean isWhole(String name, int budget) {
        return budget <= 0 || table != null && Decisions.isJson(table, name);
    }

    /**
     * The values of the row by column. Where two keys come to one column or one nested table, the later value takes the
     * place of the earlier one, in the objects too.
     *
     * @param replaced hears of each such pair, the earlier one first
     */
    Map<String, RawValue> resolve(RawObject row, int budget, BiConsumer<Part, Part> replaced) {
        Map<String, Part> columns = new LinkedHashMap<>();
        resolve(row, null, budget, new Known(columns, new LinkedHashMap<>(), replaced));
        Map<String, RawValue> values = new LinkedHashMap<>();
        columns.forEach((name, part) -> values.put(name, part.owner().members().get(part.key())));
        return values;
    }

    private void resolve(RawObject object, @Nullable Part parent, int budget, Known known) {
        for (Part part : parts(object, parent, budget)) {
            if (isObject(part, budget)) {
                resolve((RawObject) part.value(), part, budget - 1, known);
            } else {
                known.replaceEarlier(part, isList(part, budget) ? known.lists : known.columns);
            }
        }
    }

    /** The parts of the row so far, by name. */
    private record Known(Map<String, Part> columns, Map<String, Part> lists, BiConsumer<Part, Part> replaced) {

        void replaceEarlier(Part part, Map<String, Part> sameKind) {
            Part first = sameKind.putIfAbsent(part.name(), part);
            if (first != null) {
                first.owner().members().put(first.key(), part.value());
                part.owner().members().remove(part.key());
                replaced.accept(first, part);
            }
        }
    }
}
