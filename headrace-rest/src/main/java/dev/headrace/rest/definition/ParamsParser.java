package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.rest.template.ValueTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code params}; what the path uses is taken out of them. Used once. */
final class ParamsParser {

    private static final List<String> TYPES = List.of("resolve", "incremental");
    private static final List<String> RESOLVE_KEYS = List.of("type", "resource", "field");

    private final References references;
    private final Map<String, ConfigNode> nodes = new LinkedHashMap<>();
    private final Map<String, ValueTemplate.Field> sent = new LinkedHashMap<>();
    private final Map<String, FieldReference> resolved = new LinkedHashMap<>();

    private ParamsParser(References references) {
        this.references = references;
    }

    /**
     * @param references takes what the parameters refer to
     * @param problems takes what is wrong with them; their names are known all the same
     */
    static ParamsParser read(ConfigNode endpoint, References references, Problems problems) {
        ParamsParser parser = new ParamsParser(references);
        endpoint.find("params")
                .ifPresent(params -> problems.check(() -> parser.readAll(params.requireObject(), problems)));
        IncrementalForms.fields(endpoint, problems).forEach((key, field) -> {
            ValueTemplate.Field own = parser.sent.putIfAbsent(key, field);
            if (own != null && !own.equals(field) || parser.resolved.containsKey(key)) {
                problems.add(sentTwice(endpoint, key));
            }
        });
        return parser;
    }

    private static ConfigException sentTwice(ConfigNode endpoint, String key) {
        return endpoint.require("params")
                .error(
                        key,
                        "the parameter '" + key
                                + "' has a value here and another one by 'start_param' or 'end_param' of"
                                + " 'incremental'. Leave one of them out; for a text around the value write it here, such as "
                                + key + ": \"gt:{incremental.start_value}\"");
    }

    private void readAll(ConfigNode params, Problems problems) {
        for (String key : params.keys()) {
            problems.check(() -> add(key, params.find(key).orElseThrow()));
        }
    }

    private void add(String key, ConfigNode value) {
        if (IncrementalForms.isMeant(value)) {
            sent.put(key, IncrementalForms.startField(key));
            return;
        }
        nodes.put(key, value);
        if (value.kind() == Kind.OBJECT) {
            resolved.put(key, resolve(key, value));
            return;
        }
        sent.put(key, Placeholders.field(key, value, "params", references));
    }

    private FieldReference resolve(String key, ConfigNode value) {
        String type = value.require("type").text();
        if (!type.equals("resolve")) {
            throw value.error(
                    "type",
                    "parameter '" + key + "' has the unknown type '" + type + "'"
                            + Suggestions.among(type, "Known", TYPES));
        }
        Problems problems = new Problems();
        problems.check(() -> value.onlyKeys(RESOLVE_KEYS));
        Supplier<String> resource =
                problems.part(() -> value.require("resource").text());
        Supplier<String> field = problems.part(() -> value.require("field").text());
        problems.check(() -> FieldReference.of("", field.get(), value.require("field")));
        return problems.whole(() -> FieldReference.of(resource.get(), field.get(), value.require("field")));
    }

    /** The node of a parameter that has a value of its own. */
    Optional<ConfigNode> find(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** What a parameter of type {@code resolve} refers to. */
    Optional<FieldReference> findResolved(String key) {
        return Optional.ofNullable(resolved.get(key));
    }

    /** Whether it is a parameter of which nothing is known but its name. */
    boolean isUnreadable(String key) {
        ConfigNode node = nodes.get(key);
        return node != null && node.kind() == Kind.OBJECT && !resolved.containsKey(key);
    }

    /** The names of all parameters of type {@code resolve}. */
    List<String> resolvedNames() {
        return List.copyOf(resolved.keySet());
    }

    /** The names of all parameters, for messages. */
    String names() {
        return nodes.isEmpty() ? "none" : String.join(", ", nodes.keySet());
    }

    /** What is sent in the query when the path has taken some of it. */
    ValueTemplate.Fields without(List<String> taken) {
        return new ValueTemplate.Fields(sent.entrySet().stream()
                .filter(field -> !taken.contains(field.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }
}
