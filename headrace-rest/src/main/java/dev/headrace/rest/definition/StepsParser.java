package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.rest.process.StepDefinition;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code processing_steps}. */
final class StepsParser {

    private StepsParser() {}

    static ProcessingSteps parse(ConfigNode list) {
        Problems problems = new Problems();
        List<StepDefinition> steps = new ArrayList<>();
        for (ConfigNode element : list.requireKind(Kind.LIST).elements()) {
            problems.attempt(() -> step(element)).ifPresent(steps::addAll);
        }
        problems.throwIfAny();
        return new ProcessingSteps(steps);
    }

    private static List<StepDefinition> step(ConfigNode element) {
        return JavaNode.component(element, StepDefinition.class).map(List::of).orElseGet(() -> described(element));
    }

    private static List<StepDefinition> described(ConfigNode element) {
        if (element.requireObject().keys().isEmpty()) {
            return List.of();
        }
        throw Choices.notSupported(element, element.keys().get(0));
    }
}
