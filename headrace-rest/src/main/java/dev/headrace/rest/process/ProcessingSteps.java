package dev.headrace.rest.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Whether records are loaded as they come. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * All steps as one, for one sequence of requests; empty when there are none.
     *
     * @param watch takes note of the fields that masks meet
     */
    public Optional<RecordStep> open(MaskWatch watch) {
        return steps.stream()
                .map(step -> step instanceof MaskFields mask ? mask.open(watch) : step.open())
                .reduce(RecordStep::then);
    }

    /**
     * The same steps as changes to single fields; empty when some are more than that, and when there are none.
     *
     * @param watch takes note of the fields that masks meet
     */
    public Optional<FieldEdit> fieldEdit(MaskWatch watch) {
        return FieldEdit.of(steps, watch);
    }

    /** Where a field that is loaded comes from. */
    public FieldOrigin origin(FieldPath loaded) {
        return origin(loaded, steps.size(), new LinkedHashSet<>());
    }

    /** What may be shown of records: nothing of the fields that are masked. */
    public Discretion discretion() {
        Set<String> hidden = new LinkedHashSet<>();
        boolean masks = false;
        boolean known = true;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof MaskFields step) {
                masks = true;
                for (FieldPath path : step.masks().keySet()) {
                    known &= origin(path, i, hidden) instanceof FieldOrigin.Field;
                }
            }
        }
        return masks ? new Discretion.Hiding(known ? Optional.of(hidden) : Optional.empty()) : new Discretion.None();
    }

    /** What the masks name although the steps before leave no such field: a sentence for each. */
    public List<String> lostMasks() {
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof MaskFields step) {
                for (FieldPath path : step.masks().keySet()) {
                    if (origin(path, i, new LinkedHashSet<>()) instanceof FieldOrigin.Missing missing) {
                        lost.add("the mask '" + path + "' hides nothing: " + missing.reason() + " before");
                    }
                }
            }
        }
        return lost;
    }

    /**
     * Follows a field back to the records as they come.
     *
     * @param end the number of steps to follow it through
     * @param names takes the last key of each field on the way
     */
    private FieldOrigin origin(FieldPath left, int end, Set<String> names) {
        FieldPath path = left;
        names.add(path.last());
        for (int i = end - 1; i >= 0; i--) {
            if (!(steps.get(i).origin(path) instanceof FieldOrigin.Field field)) {
                return steps.get(i).origin(path);
            }
            path = field.path();
            names.add(path.last());
        }
        return new FieldOrigin.Field(path);
    }
}
