package dev.headrace.rest.definition;

import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.rest.process.Cast;
import dev.headrace.rest.process.FieldPath;
import dev.headrace.rest.process.Mask;
import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.rest.process.Reshape;
import dev.headrace.rest.process.StepDefinition;
import dev.headrace.rest.process.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code processing_steps}. */
final class StepsParser {

    /** What one object may hold, in the order in which it is done. */
    private static final Map<String, Function<ConfigNode, List<StepDefinition>>> STEPS = new LinkedHashMap<>();

    static {
        STEPS.put("filter", node -> List.of(expression(node, Steps::filter)));
        STEPS.put("map", node -> List.of(expression(node, Steps::map)));
        STEPS.put("yield_map", node -> List.of(expression(node, Steps::yieldMap)));
        STEPS.put("include", node -> List.of(Reshape.include(paths(node))));
        STEPS.put("exclude", node -> List.of(Reshape.exclude(paths(node))));
        STEPS.put("rename", node -> List.of(rename(node)));
        STEPS.put("cast", node -> List.of(Reshape.cast(byPath(node, StepsParser::type))));
        STEPS.put("mask", node -> List.of(Reshape.mask(byPath(node, StepsParser::mask))));
        STEPS.put("add", StepsParser::additions);
    }

    private static final String EXPRESSION = "expression";

    private StepsParser() {}

    static ProcessingSteps parse(ConfigNode list) {
        Problems problems = new Problems();
        List<StepDefinition> steps = new ArrayList<>();
        for (ConfigNode element : list.requireKind(Kind.LIST).elements()) {
            problems.attempt(() -> step(element)).ifPresent(steps::addAll);
        }
        ProcessingSteps all = new ProcessingSteps(steps);
        all.lostMasks().forEach(lost -> problems.add(list.error(lost + ". Mask the field under the name it has then")));
        problems.throwIfAny();
        return all;
    }

    private static List<StepDefinition> step(ConfigNode element) {
        return JavaNode.component(element, StepDefinition.class).map(List::of).orElseGet(() -> described(element));
    }

    private static List<StepDefinition> described(ConfigNode element) {
        Problems problems = new Problems();
        List<StepDefinition> steps = new ArrayList<>();
        problems.check(() -> element.requireObject().onlyKeys(List.copyOf(STEPS.keySet())));
        STEPS.forEach((key, reading) -> element.find(key)
                .ifPresent(node -> problems.attempt(() -> reading.apply(node)).ifPresent(steps::addAll)));
        problems.throwIfAny();
        return steps;
    }

    private static StepDefinition expression(ConfigNode node, Function<String, StepDefinition> step) {
        String text = node.text();
        try {
            StepDefinition read = step.apply(text);
            FunctionNames.fault(text).ifPresent(fault -> {
                throw node.error(fault);
            });
            return read;
        } catch (IllegalArgumentException e) {
            throw node.error("'" + text + "' is no JSONata expression: " + e.getMessage()
                    + ". A function of Python can't be run; write it as JSONata, see https://docs.jsonata.org");
        }
    }

    private static List<String> paths(ConfigNode node) {
        List<String> paths = Choices.texts(node);
        if (paths.isEmpty()) {
            throw node.error("name at least one field");
        }
        Problems problems = new Problems();
        paths.forEach(path -> problems.check(() -> requirePath(node, path)));
        problems.throwIfAny();
        return paths;
    }

    private static <T> Map<String, T> byPath(ConfigNode node, Function<ConfigNode, T> reading) {
        Map<String, T> byPath = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (String path : node.requireObject().keys()) {
            problems.check(() -> byPath.put(requirePath(node, path), reading.apply(node.require(path))));
        }
        problems.throwIfAny();
        return byPath;
    }

    private static String requirePath(ConfigNode node, String path) {
        try {
            FieldPath.of(path);
            return path;
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    private static StepDefinition rename(ConfigNode node) {
        Map<String, String> names = byPath(node, StepsParser::name);
        try {
            return Reshape.rename(names);
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    private static String name(ConfigNode node) {
        String name = node.text();
        if (name.isBlank()) {
            throw node.error("the new name is empty");
        }
        return name;
    }

    private static Cast type(ConfigNode node) {
        return Choices.constant(node, Cast.class, Cast::label);
    }

    /** {@code redact}, {@code hash}, or {@code {hash: key}}. */
    private static Mask mask(ConfigNode node) {
        if (node.kind() == Kind.OBJECT) {
            node.onlyKeys(List.of("hash"));
            return new Mask.KeyedHash(key(node.require("hash")));
        }
        return Choices.text(node, List.of("hash", "redact")).equals("hash") ? new Mask.Hash() : new Mask.Redact();
    }

    private static Secret key(ConfigNode node) {
        Secret key = node.secret();
        if (key.reveal().isEmpty()) {
            throw node.error("the key is empty: give it a value, or write 'hash' for one without a key");
        }
        return key;
    }

    /** Constants, or {@code {expression: JSONata}}. */
    private static List<StepDefinition> additions(ConfigNode node) {
        List<StepDefinition> steps = new ArrayList<>();
        Problems problems = new Problems();
        for (String path : node.requireObject().keys()) {
            problems.check(() ->
                    steps.add(addition(requirePath(node, path), node.find(path).orElseThrow())));
        }
        problems.throwIfAny();
        return steps;
    }

    private static StepDefinition addition(String path, ConfigNode value) {
        if (value.kind() == Kind.OBJECT && value.keys().equals(List.of(EXPRESSION))) {
            return expression(value.require(EXPRESSION), text -> Reshape.add(path, text));
        }
        if (value.keys().size() == 1) {
            refuseMisspelt(value, value.keys().get(0));
        }
        Map<String, @Nullable Object> constant = new LinkedHashMap<>();
        constant.put(path, value.value());
        return Reshape.add(constant);
    }

    /** An object is a constant like any other, but one that is nearly an expression is hardly meant as one. */
    private static void refuseMisspelt(ConfigNode value, String key) {
        if (EXPRESSION.startsWith(key)
                || Suggestions.nearest(key, List.of(EXPRESSION)).isPresent()) {
            throw value.error(
                    key,
                    "unknown key '" + key + "'; did you mean 'expression'? Allowed here: a constant, or"
                            + " {expression: JSONata}");
        }
    }
}
