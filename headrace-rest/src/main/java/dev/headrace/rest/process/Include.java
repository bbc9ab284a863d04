package dev.headrace.rest.process;

import java.util.List;

/** Drops all other fields. */
record Include(List<FieldPath> paths) implements StepDefinition {

    @Override
    public RecordStep open() {
        return (record, next) -> next.accept(Reshape.changed(record, fields -> fields.keep(paths)));
    }

    @Override
    public FieldOrigin origin(FieldPath left) {
        return paths.stream().anyMatch(path -> path.mayHold(left) || left.mayHold(path))
                ? new FieldOrigin.Field(left)
                : new FieldOrigin.Missing("'include' does not name it");
    }
}
