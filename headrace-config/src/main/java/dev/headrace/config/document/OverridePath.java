package dev.headrace.config.document;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import dev.headrace.config.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path such as {@code client.auth.token} or {@code resources.events.endpoint.path}: elements of {@code resources} are
 * named, those of any list may be numbered from 0 in brackets. It may begin with {@code source.}, whichever shape the document
 * has; {@code pipeline}, {@code dataset}, {@code destination} and what else is no part of it stand beside the source.
 */
final class OverridePath {

    private static final Pattern STEP = Pattern.compile("\\[(\\d{1,6})\\]|([^.\\[\\]]+)");
    private static final Pattern WHOLE = Pattern.compile("[^.\\[\\]]+(\\.[^.\\[\\]]+|\\[\\d{1,6}\\])*");

    /** Texts that stand for an object with one key, by the key or list they stand under. */
    private static final Map<String, String> SHORT_FORMS =
            Map.of("auth", "type", "paginator", "type", "endpoint", "path", "resources", "name");

    private static final List<String> AROUND =
            List.of("pipeline", "dataset", "destination", "refresh", "completeness", "package_compression");
    private static final List<String> STARTS = Stream.of(DocumentShape.SOURCE, DocumentShape.WRAPPER)
            .flatMap(List::stream)
            .toList();

    private final String path;
    private final boolean around;
    private final List<String> steps = new ArrayList<>();

    OverridePath(String path) {
        this.path = path;
        if (!WHOLE.matcher(path).matches()) {
            throw error("the path is not well formed; write it like client.base_url or resources.events.endpoint.path");
        }
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group());
        }
        this.around = AROUND.contains(steps.get(0));
        if (steps.get(0).equals("source")) {
            steps.remove(0);
        }
        if (steps.isEmpty()) {
            throw error("the source as a whole cannot be replaced; name a value in it, such as source.client.base_url");
        }
        if (!around && !DocumentShape.SOURCE.contains(steps.get(0))) {
            throw error("unknown key '" + steps.get(0) + "'" + Suggestions.didYouMean(steps.get(0), STARTS)
                    + " A path starts with one of " + String.join(", ", STARTS));
        }
    }

    /** The document with the value at this path; what is missing on the way is made. */
    DocumentShape set(DocumentShape document, Tree value) {
        return around
                ? new DocumentShape(
                        (Tree.Mapping) set(document.around(), 0, value), document.source(), document.problems())
                : new DocumentShape(
                        document.around(), (Tree.Mapping) set(document.source(), 0, value), document.problems());
    }

    private Tree set(Tree tree, int step, Tree value) {
        if (step == steps.size()) {
            return value;
        }
        if (tree instanceof Tree.Sequence sequence) {
            return inList(sequence, step, value);
        }
        if (tree instanceof Tree.Mapping mapping && !steps.get(step).startsWith("[")) {
            return inObject(mapping, step, value);
        }
        return spelledOut(tree, step).map(object -> set(object, step, value)).orElseThrow(() -> {
            String expected = steps.get(step).startsWith("[") ? "a list" : "an object";
            return error("'" + upTo(step) + "' is " + tree.kind().description() + ", not " + expected);
        });
    }

    private Tree inObject(Tree.Mapping mapping, int step, Tree value) {
        Tree.Entry entry = mapping.entries().get(steps.get(step));
        boolean absent = entry == null || entry.value().kind() == ConfigNode.Kind.NULL;
        Tree inner = entry == null || absent ? new Tree.Mapping(Overrides.PLACE, Map.of()) : entry.value();
        return mapping.with(steps.get(step), new Tree.Entry(Overrides.PLACE, set(inner, step + 1, value)));
    }

    private Tree inList(Tree.Sequence sequence, int step, Tree value) {
        int index = index(sequence, step);
        List<Tree> elements = new ArrayList<>(sequence.elements());
        elements.set(index, set(elements.get(index), step + 1, value));
        return new Tree.Sequence(sequence.place(), elements);
    }

    private int index(Tree.Sequence sequence, int step) {
        String wanted = steps.get(step);
        List<Tree> elements = sequence.elements();
        if (wanted.startsWith("[")) {
            int index = Integer.parseInt(wanted.substring(1, wanted.length() - 1));
            if (index >= elements.size()) {
                throw error("'" + upTo(step) + "' has " + elements.size() + " elements, counted from 0");
            }
            return index;
        }
        List<String> names = elements.stream()
                .map(OverridePath::name)
                .flatMap(Optional::stream)
                .toList();
        for (int i = 0; i < elements.size(); i++) {
            if (name(elements.get(i)).filter(wanted::equals).isPresent()) {
                return i;
            }
        }
        throw error(
                "nothing named '" + wanted + "' in '" + upTo(step) + "'" + Suggestions.among(wanted, "Known", names));
    }

    /** The name of a resource: its text, or the text of its {@code name}. */
    private static Optional<String> name(Tree element) {
        Tree named = element;
        if (element instanceof Tree.Mapping mapping) {
            Tree.Entry entry = mapping.entries().get("name");
            named = entry == null ? element : entry.value();
        }
        return named instanceof Tree.Scalar scalar && scalar.value() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The object that a short form stands for. */
    private Optional<Tree.Mapping> spelledOut(Tree tree, int step) {
        String holder = steps.get(step - 1);
        boolean inResources = step == 2 && steps.get(0).equals("resources");
        String key = SHORT_FORMS.get(inResources ? "resources" : holder);
        boolean isText = tree instanceof Tree.Scalar scalar && scalar.value() instanceof String;
        if (key == null || !isText || steps.get(step).startsWith("[")) {
            return Optional.empty();
        }
        return Optional.of(new Tree.Mapping(tree.place(), Map.of(key, new Tree.Entry(tree.place(), tree))));
    }

    private String upTo(int step) {
        return String.join(".", steps.subList(0, step)).replace(".[", "[");
    }

    private ConfigException error(String message) {
        return new ConfigException("Cannot use --set " + path + ": " + message);
    }
}
