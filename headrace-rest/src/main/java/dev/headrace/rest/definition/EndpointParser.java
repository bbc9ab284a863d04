package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.json.path.JsonPathException;
import dev.headrace.rest.action.GraphqlErrors;
import dev.headrace.rest.action.ResponseActions;
import dev.headrace.rest.format.ResponseFormat;
import dev.headrace.rest.format.ResponseFormats;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Limits;
import dev.headrace.rest.http.ResponseRule;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.paginate.Paginators;
import dev.headrace.rest.select.Selector;
import java.util.List;
import java.util.Optional;

/** Reads an endpoint that has been laid over the defaults; used once. */
final class EndpointParser {

    private final ConfigNode owner;
    private final ConfigNode endpoint;
    private final ConfigNode pathNode;
    private final Parts parts;
    private final Problems problems = new Problems();

    /**
     * @param owner the resource
     * @param pathNode the node of the path, or of the name that stands for it
     */
    EndpointParser(ConfigNode owner, ConfigNode endpoint, ConfigNode pathNode, Parts parts) {
        this.owner = owner;
        this.endpoint = endpoint;
        this.pathNode = pathNode;
        this.parts = parts;
    }

    /** @param client what applies where the endpoint says nothing; empty when it has problems of its own */
    Optional<EndpointDefinition> parse(String resource, Optional<ClientDefinition> client) {
        Optional<RequestDefinition> request = problems.attempt(() -> RequestParser.parse(endpoint, pathNode, resource));
        Optional<Optional<Selector>> selector = problems.attempt(() -> selector(resource));
        Optional<Optional<Paginator>> paginator = problems.attempt(() -> paginator(client));
        Optional<Authenticator> auth = problems.attempt(() -> authenticator(client));
        Optional<ResponseRule> rule = problems.attempt(this::rule);
        Optional<ResponseFormat> format = problems.attempt(this::format);
        Optional<Limits> limits = problems.attempt(() -> limits(client));
        Optional<OnError> onError = problems.attempt(() -> OnErrorParser.parse(endpoint));
        Optional<Optional<IncrementalDefinition>> incremental = problems.attempt(() -> IncrementalForms.parse(
                endpoint, owner, resource, parts.context().settings()));
        incremental
                .filter(Optional::isEmpty)
                .flatMap(none -> request)
                .ifPresent(found -> problems.check(() -> refusePlaceholders(found)));
        problems.throwIfAny();
        return client.map(known -> new EndpointDefinition(
                request.orElseThrow(),
                selector.orElseThrow().orElse(null),
                paginator.orElseThrow().orElse(null),
                auth.orElseThrow(),
                rule.orElseThrow(),
                format.orElseThrow(),
                incremental.orElseThrow().orElse(null),
                limits.orElseThrow(),
                onError.orElseThrow()));
    }

    private void refusePlaceholders(RequestDefinition request) {
        List<String> found = Placeholders.ofIncremental(request);
        if (!found.isEmpty()) {
            throw endpoint.error("{" + found.get(0)
                    + "} needs an 'incremental' beside it: add incremental: {cursor_path: ...} to the endpoint");
        }
    }

    private boolean isSingleEntity() {
        return SingleEntity.matches(pathNode.text(value -> value.replace('{', '_')));
    }

    /** Empty: found on the first page. */
    private Optional<Selector> selector(String resource) {
        Optional<ConfigNode> given = endpoint.present("data_selector");
        if (given.isEmpty()) {
            return isSingleEntity() ? Optional.of(Selector.document()) : Optional.empty();
        }
        ConfigNode node = given.get();
        return Optional.of(node.text()).filter(text -> !text.isEmpty()).map(text -> selector(text, node, resource));
    }

    private static Selector selector(String text, ConfigNode node, String resource) {
        try {
            return Selector.parse(text);
        } catch (JsonPathException e) {
            throw node.error(
                    "cannot read the data_selector '" + text + "' of resource '" + resource + "': " + e.getMessage());
        }
    }

    /** Empty: found on the first page. */
    private Optional<Paginator> paginator(Optional<ClientDefinition> client) {
        Optional<ConfigNode> own = endpoint.present("paginator");
        Optional<ConfigNode> graphql = endpoint.present(GraphqlParser.KEY);
        if (graphql.isPresent()) {
            return Optional.of(graphqlPaginator(graphql.get(), own, client));
        }
        if (own.isEmpty() && isSingleEntity()) {
            return Optional.of(Paginators.singlePage());
        }
        return own.flatMap(parts::paginator)
                .map(paginator -> client.map(ClientDefinition::paginator)
                        .map(shared -> Paginators.unlessGuessed(paginator, shared))
                        .orElse(paginator))
                .or(() -> client.map(ClientDefinition::paginator));
    }

    /** Nothing is guessed about GraphQL: what it answers is what the query asks for. */
    private Paginator graphqlPaginator(
            ConfigNode graphql, Optional<ConfigNode> own, Optional<ClientDefinition> client) {
        Optional<Paginator> cursor = GraphqlParser.paginator(graphql);
        if (cursor.isPresent() && own.isPresent()) {
            throw own.get().error("'paginator' and 'graphql.cursor' exclude each other; leave one of them out");
        }
        return cursor.or(() -> own.flatMap(parts::paginator))
                .or(() -> client.map(ClientDefinition::paginator))
                .orElseGet(Paginators::singlePage);
    }

    private Authenticator authenticator(Optional<ClientDefinition> client) {
        Optional<ConfigNode> own = endpoint.find("auth");
        if (own.isPresent()) {
            return parts.authenticator(own.get());
        }
        return client.map(ClientDefinition::auth).orElseGet(Authenticator::none);
    }

    private ResponseFormat format() {
        return endpoint.present("response_format").map(parts::format).orElseGet(ResponseFormats::detected);
    }

    private Limits limits(Optional<ClientDefinition> client) {
        Limits shared = client.map(ClientDefinition::limits).orElseGet(() -> Limits.of(Settings.none()));
        return shared.ofEndpoint(endpoint);
    }

    private ResponseRule rule() {
        ResponseRule configured =
                endpoint.present("response_actions").map(ResponseActions::parse).orElseGet(ResponseRule::none);
        return endpoint.present(GraphqlParser.KEY).isPresent() ? configured.orElse(new GraphqlErrors()) : configured;
    }
}
