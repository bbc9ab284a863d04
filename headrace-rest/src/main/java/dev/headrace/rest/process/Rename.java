package dev.headrace.rest.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives fields other names.
 *
 * @param names the new last key of each field
 * @param groups the same by object, innermost first: the way to it, and the names of its fields
 */
record Rename(Map<FieldPath, String> names, List<Group> groups) implements StepDefinition {

    /** The fields of one object that get other names. */
    record Group(List<String> owner, Map<String, String> names) {}

    /** @throws IllegalArgumentException when two fields would get the same name: says which */
    static Rename of(Map<FieldPath, String> names) {
        requireDifferent(names);
        Map<List<String>, Map<String, String>> byOwner = new LinkedHashMap<>();
        names.forEach((path, name) -> byOwner.computeIfAbsent(path.owner(), owner -> new LinkedHashMap<>())
                .put(path.last(), name));
        List<Group> groups = byOwner.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Group group) -> group.owner().size())
                        .reversed())
                .toList();
        return new Rename(names, groups);
    }

    private static void requireDifferent(Map<FieldPath, String> names) {
        Map<FieldPath, FieldPath> sources = new HashMap<>();
        names.forEach((path, name) -> {
            FieldPath other = sources.putIfAbsent(path.named(name), path);
            if (other != null) {
                throw new IllegalArgumentException("'rename' gives both '" + other + "' and '" + path + "' the name '"
                        + name + "', so that one of the two would be lost. Give one of them another name");
            }
        });
    }

    @Override
    public RecordStep open() {
        return (record, next) -> {
            try {
                next.accept(Reshape.changed(
                        record,
                        fields -> groups.forEach(
                                group -> fields.atOwner(group.owner(), owner -> owner.rename(group.names())))));
            } catch (RecordFields.NameTakenException e) {
                String reason = "two fields would be named '" + e.name()
                        + "' behind 'rename'. Drop one of them with 'exclude' before, or give it another name.";
                throw new StepFailedException(reason, reason, record, null);
            }
        };
    }

    @Override
    public FieldOrigin origin(FieldPath left) {
        for (Map.Entry<FieldPath, String> pair : names.entrySet()) {
            FieldPath target = pair.getKey().named(pair.getValue());
            if (target.mayHold(left)) {
                return new FieldOrigin.Field(target.moved(left, pair.getKey()));
            }
        }
        return names.keySet().stream()
                .filter(path -> path.holds(left))
                .findFirst()
                .<FieldOrigin>map(path ->
                        new FieldOrigin.Missing("'rename' gives '" + path + "' the name '" + names.get(path) + "'"))
                .orElseGet(() -> new FieldOrigin.Field(left));
    }
}
