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
     * @param place the names of the key and of those around it: parts of one name may lie at different places
     * @param rawPath the key with the keys around it, as the data has them
     */
    record Part(
            RawObject owner,
            String key,
            RawValue value,
            String name,
            String path,
            List<String> place,
            String rawPath) {}

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
            Part part = new Part(
                    object, key, member.getValue(), names.join(prefix, own), path, place(parent, own), rawPath);
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

    private static List<String> place(@Nullable Part parent, String own) {
        List<String> place = new ArrayList<>(parent == null ? List.of() : parent.place());
        place.add(own);
        return place;
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
     * The values of the row by column. Where two keys come to one column, or at one place to one nested table, the later value
     * takes the place of the earlier one, in the objects too. Lists of different places become one.
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
            } else if (isList(part, budget)) {
                known.addList(part);
            } else {
                known.replaceEarlier(part, known.columns);
            }
        }
    }

    /** The parts of the row so far, by name. */
    private record Known(Map<String, Part> columns, Map<String, Part> lists, BiConsumer<Part, Part> replaced) {

        /** As dlt has it: what lies at different places is different, although the names come to the same. */
        void addList(Part part) {
            Part first = lists.get(part.name());
            if (first == null || first.place().equals(part.place())) {
                replaceEarlier(part, lists);
            } else {
                RawList later = (RawList) part.value();
                first.owner().members().computeIfPresent(first.key(), (key, list) -> ((RawList) list).and(later));
                part.owner().members().remove(part.key());
            }
        }

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
