package dev.headrace.rest.process;

import java.util.List;

/** Drops fields. */
record Exclude(List<FieldPath> paths) implements StepDefinition {

    @Override
    public RecordStep open() {
        return (record, next) -> next.accept(Reshape.changed(
                record, fields -> paths.forEach(path -> fields.at(path, RecordFields::remove))));
    }

    @Override
    public FieldOrigin origin(FieldPath left) {
        return paths.stream()
                .filter(path -> path.holds(left))
                .findFirst()
                .<FieldOrigin>map(path -> new FieldOrigin.Missing("'exclude' drops '" + path + "'"))
                .orElseGet(() -> new FieldOrigin.Field(left));
    }
}
