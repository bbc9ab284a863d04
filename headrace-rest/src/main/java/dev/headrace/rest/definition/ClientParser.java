package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Limits;
import dev.headrace.rest.http.Network;
import dev.headrace.rest.http.Urls;
import dev.headrace.rest.paginate.Paginator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code client}. */
final class ClientParser {

    private final ConfigNode client;
    private final Parts parts;
    private final Problems problems = new Problems();

    ClientParser(ConfigNode client, Parts parts) {
        this.client = client.requireObject();
        this.parts = parts;
    }

    ClientDefinition parse() {
        problems.check(() -> client.onlyKeys(Keys.CLIENT));
        if (client.present("session").isPresent()) {
            problems.add(client.error("session", "'session' names a Python object; use 'retry' and 'auth' instead"));
        }
        Optional<String> baseUrl = problems.attempt(this::baseUrl);
        Optional<Map<String, String>> headers = problems.attempt(this::headers);
        Optional<Authenticator> auth = problems.attempt(
                () -> client.find("auth").map(parts::authenticator).orElseGet(Authenticator::none));
        Optional<Optional<Paginator>> paginator = problems.attempt(this::paginator);
        Optional<Limits> limits =
                problems.attempt(() -> Limits.of(parts.context().settings()).ofClient(client));
        Optional<Integer> concurrency =
                problems.attempt(() -> Concurrency.parse(client).orElse(1));
        Optional<Network> network = problems.attempt(() -> Network.of(client, parts.context()));
        problems.throwIfAny();
        return new ClientDefinition(
                baseUrl.orElseThrow(),
                headers.orElseThrow(),
                auth.orElseThrow(),
                paginator.orElseThrow().orElse(null),
                limits.orElseThrow(),
                concurrency.orElseThrow(),
                network.orElseThrow());
    }

    /** Empty when there is none; whether one is needed depends on the resources. */
    private String baseUrl() {
        Optional<ConfigNode> node = client.find("base_url");
        String url = node.map(ConfigNode::text).orElse("");
        if (url.isEmpty()) {
            return url;
        }
        if (!Urls.isAbsolute(url)) {
            throw client.error("base_url", "'base_url' must start with http:// or https://, found '" + url + "'");
        }
        if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            throw client.error(
                    "base_url",
                    "'base_url' must have no query and no fragment, because paths are appended to it; use 'params'");
        }
        Optional<String> fault = ServerName.fault(url);
        if (fault.isPresent()) {
            throw client.error("base_url", "'base_url' names no server: " + fault.get());
        }
        return url;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        client.present("headers").ifPresent(node -> problems.check(() -> HeaderTexts.check(node)));
        client.present("headers")
                .map(ConfigNode::requireObject)
                .ifPresent(node -> node.keys()
                        .forEach(name -> problems.attempt(
                                        () -> node.require(name).text())
                                .ifPresent(text -> headers.put(name, text))));
        return headers;
    }

    private Optional<Paginator> paginator() {
        return client.present("paginator").flatMap(parts::paginator);
    }
}
