package dev.headrace.rest.process;

import java.util.List;
import java.util.Optional;

/**
 * What is done to each record of a resource before it is loaded. Immutable.
 *
 * @param steps in the order in which they are applied
 */
public record ProcessingSteps(List<StepDefinition> steps) {

    public ProcessingSteps {
        steps = List.copyOf(steps);
    }

    /** Records are loaded as they come. */
    public static ProcessingSteps none() {
        return new ProcessingSteps(List.of());
    }

    /** All steps as one, for one sequence of requests; empty when there are none. */
    public Optional<RecordStep> open() {
        return steps.stream().map(StepDefinition::open).reduce(RecordStep::then);
    }
}
