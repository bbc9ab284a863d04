package dev.headrace.rest.process;

/** Describes a step. Immutable; shared by any number of runs and sequences. */
@FunctionalInterface
public interface StepDefinition {

    /** The step for one sequence of requests. */
    RecordStep open();

    /**
     * Where a field of the records that the step leaves comes from. By default that is not known.
     *
     * @param left a field behind the step
     */
    default FieldOrigin origin(FieldPath left) {
        return new FieldOrigin.Made();
    }
}
