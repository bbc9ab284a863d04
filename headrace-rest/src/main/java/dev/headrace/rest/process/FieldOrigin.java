package dev.headrace.rest.process;

/** Where a field comes from, as far as a step can be asked before any record is seen. */
public sealed interface FieldOrigin {

    /** From a field of the record that the step gets. */
    record Field(FieldPath path) implements FieldOrigin {}

    /** The step makes it, or may: what it does depends on the record. */
    record Made() implements FieldOrigin {}

    /**
     * The step leaves no such field.
     *
     * @param reason such as "'exclude' drops it"
     */
    record Missing(String reason) implements FieldOrigin {}

    /**
     * The step hides it, or a part of it.
     *
     * @param path the field that is hidden
     */
    record Masked(FieldPath path, Mask mask) implements FieldOrigin {}
}
