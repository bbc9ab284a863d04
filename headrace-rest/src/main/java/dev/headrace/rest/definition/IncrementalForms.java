package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.template.Part;
import dev.headrace.rest.template.Template;
import dev.headrace.rest.template.ValueTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The three ways to write an incremental: with placeholders, with {@code start_param} and {@code end_param}, or as an object
 * in the place of a parameter. The last two are the same as parameters that are nothing but a placeholder.
 */
final class IncrementalForms {

    /** The four values that placeholders may stand for. */
    static final List<String> VALUES = List.of("start_value", "initial_value", "last_value", "end_value");
    /** The keys that placeholders may stand for. */
    static final List<String> ATTRIBUTES = List.of(
            "cursor_path",
            "last_value_func",
            "primary_key",
            "row_order",
            "range_start",
            "range_end",
            "lag",
            "on_cursor_value_missing",
            "allow_external_schedulers");

    private static final String KEY = "incremental";
    private static final List<String> COMMON = List.of(
            "cursor_path",
            "initial_value",
            "end_value",
            "last_value_func",
            "primary_key",
            "row_order",
            "range_start",
            "range_end",
            "lag",
            "on_cursor_value_missing",
            "allow_external_schedulers",
            "cursor_format",
            "convert",
            "window");

    private IncrementalForms() {}

    /** Whether a parameter is an object that describes an incremental. */
    static boolean isMeant(ConfigNode parameter) {
        return parameter.kind() == Kind.OBJECT
                && parameter
                        .present("type")
                        .filter(type -> type.kind() == Kind.TEXT && type.text().equals(KEY))
                        .isPresent();
    }

    /**
     * The incremental of an endpoint, if it has one.
     *
     * @param name of the resource, for messages
     */
    static Optional<IncrementalDefinition> parse(
            ConfigNode endpoint, ConfigNode resource, String name, Settings settings) {
        Optional<ConfigNode> own = endpoint.present(KEY);
        Map<String, ConfigNode> inParams = inParams(endpoint);
        Problems problems = new Problems();
        if (inParams.size() > 1 || own.isPresent() && !inParams.isEmpty()) {
            problems.add(several(endpoint, own.isPresent(), inParams, name));
        }
        own.ifPresent(node -> problems.check(() -> node.requireObject().onlyKeys(withParams())));
        own.ifPresent(node -> problems.check(() -> checkNames(node)));
        inParams.forEach((key, node) -> problems.check(() -> checkParameter(key, node)));
        List<IncrementalDefinition> parsed = Stream.concat(own.stream(), inParams.values().stream())
                .filter(node -> node.kind() == Kind.OBJECT)
                .map(node -> problems.attempt(() -> new IncrementalParser(node, resource, settings).parse()))
                .flatMap(Optional::stream)
                .toList();
        return problems.whole(() -> parsed.stream().findFirst());
    }

    /** Whether an endpoint has an incremental in any of the three ways, be it right or wrong. */
    static boolean isMentioned(ConfigNode endpoint) {
        return endpoint.present(KEY).isPresent() || !inParams(endpoint).isEmpty();
    }

    /** The first node that describes one, be it right or wrong. */
    static Optional<ConfigNode> first(ConfigNode endpoint) {
        return Stream.concat(endpoint.present(KEY).stream(), inParams(endpoint).values().stream())
                .filter(node -> node.kind() == Kind.OBJECT)
                .findFirst();
    }

    private static Map<String, ConfigNode> inParams(ConfigNode endpoint) {
        Map<String, ConfigNode> found = new LinkedHashMap<>();
        endpoint.present("params")
                .ifPresent(params -> params.keys()
                        .forEach(key -> params.find(key)
                                .filter(IncrementalForms::isMeant)
                                .ifPresent(node -> found.put(key, node))));
        return found;
    }

    private static ConfigException several(
            ConfigNode endpoint, boolean own, Map<String, ConfigNode> inParams, String name) {
        String parameters = "'" + String.join("', '", inParams.keySet()) + "'";
        return endpoint.error(
                "params",
                "resource '" + name + "' has several incrementals at once, as parameters " + parameters
                        + (own ? " and as endpoint.incremental" : "")
                        + "; one is possible. Keep endpoint.incremental and"
                        + " write {incremental.start_value} where the API wants it");
    }

    private static void checkNames(ConfigNode own) {
        Optional<ConfigNode> end = own.kind() == Kind.OBJECT ? own.present("end_param") : Optional.empty();
        if (end.isPresent()
                && own.text("start_param").equals(Optional.of(end.get().text()))) {
            throw end.get()
                    .error("'start_param' and 'end_param' are both '"
                            + end.get().text()
                            + "', so that one of the two values could not be sent; give them two names, or write"
                            + " {incremental.start_value} and {incremental.end_value} into one parameter");
        }
    }

    private static void checkParameter(String key, ConfigNode node) {
        Problems problems = new Problems();
        List<String> notHere = List.of("start_param", "end_param", "end_value");
        for (String wrong : notHere) {
            if (node.present(wrong).isPresent()) {
                problems.add(node.error(
                        wrong,
                        "'" + wrong + "' is not possible in the parameter '" + key
                                + "', which only says where the start value goes; use endpoint.incremental instead"));
            }
        }
        List<String> allowed = new ArrayList<>(List.of("type"));
        allowed.addAll(COMMON);
        allowed.removeAll(notHere);
        problems.check(() -> ObjectView.of(node).without(notHere).onlyKeys(allowed));
        problems.throwIfAny();
    }

    private static List<String> withParams() {
        List<String> allowed = new ArrayList<>(COMMON);
        allowed.addAll(List.of("start_param", "end_param"));
        return allowed;
    }

    /** A parameter that is sent with the start value. */
    static ValueTemplate.Field startField(String parameter) {
        return field(parameter, "incremental.start_value");
    }

    /** What {@code start_param} and {@code end_param} of an endpoint ask for, by parameter. */
    static Map<String, ValueTemplate.Field> fields(ConfigNode endpoint, Problems problems) {
        Map<String, ValueTemplate.Field> fields = new LinkedHashMap<>();
        endpoint.present(KEY).filter(node -> node.kind() == Kind.OBJECT).ifPresent(node -> {
            problems.check(() -> parameter(node, "start_param").ifPresent(name -> fields.put(name, startField(name))));
            problems.check(() -> parameter(node, "end_param")
                    .ifPresent(name -> fields.put(name, field(name, "incremental.end_value"))));
        });
        return fields;
    }

    private static Optional<String> parameter(ConfigNode incremental, String key) {
        return incremental.present(key).map(name -> Choices.filled(name, "name a parameter, such as since"));
    }

    private static ValueTemplate.Field field(String parameter, String expression) {
        Part placeholder = new Part.Placeholder(expression, null, null);
        return new ValueTemplate.Field(
                Template.literal(parameter), new ValueTemplate.Text(new Template(List.of(placeholder))));
    }
}
