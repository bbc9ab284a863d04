package dev.headrace.rest.process;

/** Describes a step. Immutable; shared by any number of runs and sequences. */
@FunctionalInterface
public interface StepDefinition {

    /** The step for one sequence of requests. */
    RecordStep open();
}
