package dev.headrace.config.document;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The two shapes of a document brought into one: wrapped ({@code pipeline}, {@code destination}, {@code dataset}, …,
 * {@code source}) and bare ({@code client} and {@code resources} at the root).
 *
 * @param around the wrapping keys that are given
 * @param source the source's object, {@code type} included
 * @param problems unknown keys around the source; they are told together with what is wrong inside it
 */
record DocumentShape(Tree.Mapping around, Tree.Mapping source, List<String> problems) {

    static final List<String> WRAPPER =
            List.of("pipeline", "destination", "dataset", "refresh", "completeness", "package_compression", "source");
    static final List<String> CONFIGURATION = List.of("client", "resource_defaults", "resources");
    static final List<String> OPTIONS =
            List.of("max_table_nesting", "root_key", "schema_contract", "naming", "on_bad_row");
    static final List<String> SOURCE = Stream.of(
                    List.of("type", "name"), CONFIGURATION, List.of("parallelized"), OPTIONS)
            .flatMap(List::stream)
            .toList();

    private static final String REST_API = "rest_api";

    static DocumentShape of(Tree root) {
        if (!(root instanceof Tree.Mapping mapping)) {
            throw new ConfigException(root.place() + ": expected an object with 'client' and 'resources', found "
                    + root.kind().description());
        }
        boolean wrapped = mapping.entries().containsKey("source");
        boolean bare = CONFIGURATION.stream().anyMatch(mapping.entries()::containsKey);
        if (wrapped && bare) {
            throw mixed(mapping);
        }
        return bare ? bare(mapping) : wrapped(mapping);
    }

    private static ConfigException mixed(Tree.Mapping mapping) {
        String key = CONFIGURATION.stream()
                .filter(mapping.entries()::containsKey)
                .findFirst()
                .orElseThrow();
        return error(mapping, key, "'" + key + "' stands beside 'source'; move it below 'source'");
    }

    private static DocumentShape bare(Tree.Mapping mapping) {
        List<String> problems = new ArrayList<>();
        for (String key : mapping.entries().keySet()) {
            if (WRAPPER.contains(key)) {
                problems.add(problem(
                        mapping,
                        key,
                        "'" + key + "' needs 'client' and 'resources' to stand below 'source'; write"
                                + " 'source:' and indent them below it"));
            } else if (!CONFIGURATION.contains(key)) {
                problems.add(unknown(mapping, key, CONFIGURATION));
            }
        }
        Tree.Mapping source = mapping.only(CONFIGURATION);
        return new DocumentShape(new Tree.Mapping(mapping.place(), Map.of()), typed(source), problems);
    }

    private static DocumentShape wrapped(Tree.Mapping mapping) {
        List<String> problems = new ArrayList<>();
        List<String> allowed = new ArrayList<>(WRAPPER);
        if (mapping.entries().keySet().stream().noneMatch(WRAPPER::contains)) {
            allowed.addAll(CONFIGURATION);
        }
        mapping.entries().keySet().stream()
                .filter(key -> !allowed.contains(key))
                .forEach(key -> problems.add(unknown(mapping, key, allowed)));
        return new DocumentShape(mapping.without(List.of("source")), typed(sourceObject(mapping, problems)), problems);
    }

    private static Tree.Mapping sourceObject(Tree.Mapping mapping, List<String> problems) {
        Tree.Entry source = mapping.entries().get("source");
        if (source != null && source.value() instanceof Tree.Mapping object) {
            return object;
        }
        problems.add(
                source == null
                        ? mapping.place() + ": no source here; write 'source:' with 'client' and 'resources' below it"
                        : source.value().place() + " source: expected an object with 'client' and 'resources', found "
                                + source.value().kind().description());
        throw new ConfigException(problems);
    }

    /** The source with its type, which is the REST API unless it says otherwise. */
    private static Tree.Mapping typed(Tree.Mapping source) {
        if (source.entries().containsKey("type")) {
            return source;
        }
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        Place place = source.place();
        entries.put("type", new Tree.Entry(place, Tree.Scalar.of(place, REST_API)));
        entries.putAll(source.entries());
        return new Tree.Mapping(place, entries);
    }

    private static String unknown(Tree.Mapping mapping, String key, List<String> allowed) {
        return problem(mapping, key, "unknown key '" + key + "'" + Suggestions.among(key, "Allowed here", allowed));
    }

    private static String problem(Tree.Mapping mapping, String key, String message) {
        return error(mapping, key, message).message();
    }

    private static ConfigException error(Tree.Mapping mapping, String key, String message) {
        return ConfigNodes.of(mapping, Lookups.none()).error(key, message);
    }
}
