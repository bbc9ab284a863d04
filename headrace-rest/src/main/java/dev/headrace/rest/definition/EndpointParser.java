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
import java.util.Optional;
import java.util.function.Supplier;

/** Reads an endpoint that has been laid over the defaults; used once. */
final class EndpointParser {

    private final ConfigNode owner;
    private final ConfigNode endpoint;
    private final Supplier<ConfigNode> pathNode;
    private final Parts parts;
    private final Problems problems = new Problems();

    /** @param owner the resource */
    EndpointParser(ConfigNode owner, ConfigNode endpoint, Parts parts) {
        this.owner = owner;
        this.endpoint = endpoint.requireObject();
        this.pathNode = problems.part(() -> ResourceParser.pathNode(owner));
        this.parts = parts;
    }

    /** @param client what applies where the endpoint says nothing; empty when it has problems of its own */
    Optional<EndpointDefinition> parse(String resource, Optional<ClientDefinition> client) {
        Supplier<RequestDefinition> request = problems.part(() -> RequestParser.parse(endpoint, pathNode, resource));
        Supplier<Optional<Selector>> selector = problems.part(() -> selector(resource));
        Supplier<Optional<Paginator>> paginator = problems.part(() -> paginator(client));
        Supplier<Authenticator> auth = problems.part(() -> authenticator(client));
        Supplier<ResponseRule> rule = problems.part(this::rule);
        Supplier<ResponseFormat> format = problems.part(this::format);
        Supplier<Limits> limits = problems.part(() -> limits(client));
        Supplier<OnError> onError = problems.part(() -> OnErrorParser.parse(endpoint));
        Supplier<Optional<IncrementalDefinition>> incremental = problems.part(() -> IncrementalForms.parse(
                endpoint, owner, resource, parts.context().settings()));
        return problems.whole(() -> client.map(known -> new EndpointDefinition(
                request.get(),
                selector.get().orElse(null),
                paginator.get().orElse(null),
                auth.get(),
                rule.get(),
                format.get(),
                incremental.get().orElse(null),
                limits.get(),
                onError.get())));
    }

    private boolean isSingleEntity() {
        return SingleEntity.matches(pathNode.get().text(value -> value.replace('{', '_')));
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
        Optional<Paginator> shared = client.map(ClientDefinition::paginator);
        Optional<ConfigNode> graphql = endpoint.present(GraphqlParser.KEY);
        Optional<ConfigNode> written = endpoint.present("paginator");
        Problems found = new Problems();
        Supplier<Optional<Paginator>> cursor = found.part(() -> graphql.flatMap(GraphqlParser::paginator));
        Supplier<Optional<Paginator>> own = found.part(() -> written.flatMap(parts::paginator));
        graphql.ifPresent(node -> found.check(() -> requireOnePaginator(node, written)));
        return found.whole(() -> {
            if (graphql.isPresent()) {
                // Nothing is guessed about GraphQL: what it answers is what the query asks for.
                return cursor.get().or(own).or(() -> shared).or(() -> Optional.of(Paginators.singlePage()));
            }
            if (written.isEmpty() && isSingleEntity()) {
                return Optional.of(Paginators.singlePage());
            }
            return own.get()
                    .map(paginator -> shared.map(other -> Paginators.unlessGuessed(paginator, other))
                            .orElse(paginator))
                    .or(() -> shared);
        });
    }

    private static void requireOnePaginator(ConfigNode graphql, Optional<ConfigNode> own) {
        if (own.isPresent() && graphql.present(GraphqlParser.CURSOR).isPresent()) {
            throw own.get().error("'paginator' and 'graphql.cursor' exclude each other; leave one of them out");
        }
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
