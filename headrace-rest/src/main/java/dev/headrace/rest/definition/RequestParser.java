package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.rest.template.PathTemplate;
import dev.headrace.rest.template.ValueTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads path, method, parameters, headers and body of an endpoint; used once. */
final class RequestParser {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH");
    private static final ValueTemplate.Fields NOTHING = new ValueTemplate.Fields(List.of());

    private final ConfigNode endpoint;
    private final Supplier<ConfigNode> pathNode;
    private final Problems problems = new Problems();
    private final References references;

    /** @param pathNode the node of the path, or of what stands for it */
    private RequestParser(ConfigNode endpoint, Supplier<ConfigNode> pathNode) {
        this.endpoint = endpoint;
        this.pathNode = pathNode;
        this.references = new References(IncrementalForms.isMentioned(endpoint));
    }

    static RequestDefinition parse(ConfigNode endpoint, Supplier<ConfigNode> pathNode, String resource) {
        return new RequestParser(endpoint, pathNode).parse(resource);
    }

    private RequestDefinition parse(String resource) {
        ParamsParser params = ParamsParser.read(endpoint, references, problems);
        Supplier<PathBinding> binding =
                problems.part(() -> new PathBinding(pathNode.get(), resource, params, references));
        Supplier<PathTemplate> path = problems.part(() -> binding.get().bind());
        Supplier<String> method = problems.part(this::method);
        Supplier<ValueTemplate.Fields> headers = problems.part(this::headers);
        Supplier<Optional<ValueTemplate>> graphql = problems.part(this::graphql);
        Supplier<Optional<ValueTemplate>> json = problems.part(this::json);
        Supplier<Optional<ValueTemplate>> data = problems.part(this::data);
        problems.check(this::requireOneBody);
        return problems.whole(() -> new RequestDefinition(
                method.get(),
                path.get(),
                params.without(binding.get().taken()),
                headers.get(),
                graphql.get().or(json).orElse(null),
                data.get().orElse(null),
                references.ofParents()));
    }

    private String method() {
        Optional<ConfigNode> method = endpoint.find("method");
        boolean graphql = endpoint.present(GraphqlParser.KEY).isPresent();
        if (method.isEmpty()) {
            return graphql ? "POST" : "GET";
        }
        String text = method.get().text();
        if (text.equals("HEAD")) {
            throw method.get().error("answers to HEAD have no body, and so there would be no records; use GET");
        }
        if (!METHODS.contains(text)) {
            throw method.get()
                    .error("method '" + text + "' is not allowed" + Suggestions.among(text, "Allowed", METHODS));
        }
        if (graphql && !text.equals("POST")) {
            throw method.get().error("queries of 'graphql' are sent with POST; leave 'method' out");
        }
        return text;
    }

    private ValueTemplate.Fields headers() {
        Optional<ConfigNode> headers = endpoint.present("headers");
        if (headers.isEmpty()) {
            return NOTHING;
        }
        ConfigNode object = headers.get().requireObject();
        Problems wrong = new Problems();
        wrong.check(() -> HeaderTexts.check(object));
        Supplier<ValueTemplate.Fields> fields = wrong.part(() -> Placeholders.fields(object, "headers", references));
        return wrong.whole(fields);
    }

    private Optional<ValueTemplate> graphql() {
        return endpoint.present(GraphqlParser.KEY).map(node -> GraphqlParser.body(node, references));
    }

    private Optional<ValueTemplate> json() {
        return endpoint.find("json")
                .map(node -> node.kind() == Kind.LIST ? node : node.requireObject())
                .map(node -> Placeholders.read(node, "json", references));
    }

    private Optional<ValueTemplate> data() {
        Optional<ConfigNode> data = endpoint.present("data");
        data.ifPresent(node -> {
            if (node.kind() == Kind.LIST) {
                Problems wrong = new Problems();
                node.elements().forEach(pair -> wrong.check(() -> requirePair(pair)));
                wrong.throwIfAny();
            } else if (node.kind() != Kind.OBJECT && node.kind() != Kind.TEXT) {
                throw node.error("expected an object, a list of pairs or a text, found "
                        + node.kind().description());
            }
        });
        return data.map(node -> Placeholders.read(node, "data", references));
    }

    private static void requirePair(ConfigNode pair) {
        if (pair.elements().size() != 2) {
            throw pair.error("expected a list of two elements, name and value");
        }
        pair.elements().get(0).requireKind(Kind.TEXT);
    }

    /** An empty {@code json} counts as absent next to {@code data}. */
    private void requireOneBody() {
        boolean json = endpoint.present("json").filter(RequestParser::isFilled).isPresent();
        boolean data = endpoint.present("data").filter(RequestParser::isFilled).isPresent();
        if (endpoint.present(GraphqlParser.KEY).isPresent() && (json || data)) {
            throw endpoint.error(
                    GraphqlParser.KEY,
                    "'graphql' is the body of the request, and so are 'json' and 'data'; leave one of them out");
        }
        if (json && data) {
            throw endpoint.error("data", "'json' and 'data' exclude each other: a request has one body; leave one out");
        }
    }

    private static boolean isFilled(ConfigNode data) {
        return switch (data.kind()) {
            case OBJECT -> !data.keys().isEmpty();
            case LIST -> !data.elements().isEmpty();
            case TEXT -> !data.text().isEmpty();
            default -> true;
        };
    }
}
