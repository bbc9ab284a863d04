package dev.headrace.rest;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Settings;
import dev.headrace.rest.definition.JavaNode;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.paginate.Paginator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link RestSource} together. Says what a file can say, under the same names and rules, and takes finished
 * paginators and authenticators besides. Mistakes are told by {@link #build}, all at once. Used by one thread.
 */
public final class RestSourceBuilder {

    private final Map<String, Object> client = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final List<Map<String, ?>> rateLimits = new ArrayList<>();
    private final Map<String, Object> source = new LinkedHashMap<>();
    private final List<Map<String, @Nullable Object>> resources = new ArrayList<>();
    private ComponentContext context = new ComponentContext("rest_api", Path.of(""), Settings.none(), new Redactor());

    RestSourceBuilder(String baseUrl) {
        client.put("base_url", baseUrl);
    }

    /** Names the source, and so the schema and the section of the state; default {@code rest_api}. */
    public RestSourceBuilder named(String name) {
        source.put("name", name);
        return this;
    }

    /** Sends a header with every request. */
    public RestSourceBuilder header(String name, String value) {
        headers.put(name, value);
        client.put("headers", headers);
        return this;
    }

    public RestSourceBuilder auth(Authenticator authenticator) {
        client.put("auth", authenticator);
        return this;
    }

    /** Credentials as a file describes them: {@code Map.of("type", "bearer", "token", Secret.of(token))}. */
    public RestSourceBuilder auth(Map<String, ?> description) {
        client.put("auth", description);
        return this;
    }

    public RestSourceBuilder paginator(Paginator paginator) {
        client.put("paginator", paginator);
        return this;
    }

    /** A paginator as a file describes it: {@code Map.of("type", "offset", "limit", 100)}. */
    public RestSourceBuilder paginator(Map<String, ?> description) {
        client.put("paginator", description);
        return this;
    }

    /** How often and how long failed requests are tried again: {@code Map.of("max_retries", 3)}. */
    public RestSourceBuilder retry(Map<String, ?> description) {
        client.put("retry", description);
        return this;
    }

    /** How long an attempt may take: {@code Map.of("connect", 10, "read", "60s", "total", "5m")}. */
    public RestSourceBuilder timeout(Map<String, ?> description) {
        client.put("timeout", description);
        return this;
    }

    /** At most so many requests in any span of time of that length, token requests included; may be said several times. */
    public RestSourceBuilder rateLimit(int requests, Duration per) {
        rateLimits.add(Map.of("requests", requests, "per", per.toMillis() + "ms"));
        client.put("rate_limit", rateLimits);
        return this;
    }

    /** Sends credentials to these hosts too, when the API leads there: {@code api2.example.com}, {@code *.example.com}. */
    public RestSourceBuilder allowedHosts(String... hosts) {
        client.put("allowed_hosts", List.of(hosts));
        return this;
    }

    /**
     * How many requests may be under way at a time, of all resources that say nothing else; default 1. More than 1 also
     * asks for pages in advance, where their addresses are known.
     */
    public RestSourceBuilder concurrency(int requests) {
        client.put("concurrency", requests);
        return this;
    }

    /** The largest body of an answer, such as {@code 1GB}, after decompression; default 256 MB. */
    public RestSourceBuilder maxResponseSize(String size) {
        client.put("max_response_size", size);
        return this;
    }

    /** Whose certificates are believed, and our own: {@code Map.of("ca", "ca.pem", "certificate", "me.pem")}. */
    public RestSourceBuilder tls(Map<String, ?> description) {
        client.put("tls", description);
        return this;
    }

    /** The proxy for all requests, {@code http://host:port}, or {@code none}; default: what the environment says. */
    public RestSourceBuilder proxy(String url) {
        client.put("proxy", url);
        return this;
    }

    /** Where settings and missing credentials are looked up, and which redactor learns the secrets; default: nowhere. */
    public RestSourceBuilder context(ComponentContext given) {
        context = given;
        return this;
    }

    /** Says what all resources have in common. */
    public RestSourceBuilder defaults(Consumer<RestResourceBuilder> description) {
        source.put("resource_defaults", described(description));
        return this;
    }

    /** Adds a resource that is read at its name. */
    public RestSourceBuilder resource(String name) {
        return resource(name, resource -> {});
    }

    /** Adds a resource. */
    public RestSourceBuilder resource(String name, Consumer<RestResourceBuilder> description) {
        Map<String, @Nullable Object> resource = new LinkedHashMap<>();
        resource.put("name", name);
        resource.putAll(described(description));
        resources.add(resource);
        return this;
    }

    private static Map<String, @Nullable Object> described(Consumer<RestResourceBuilder> description) {
        RestResourceBuilder builder = new RestResourceBuilder();
        description.accept(builder);
        return builder.described();
    }

    /**
     * Checks everything and makes the source.
     *
     * @throws ConfigException with all problems
     */
    public RestSource build() {
        Map<String, Object> configuration = new LinkedHashMap<>(source);
        configuration.put("client", client);
        configuration.put("resources", resources);
        return RestSource.of(JavaNode.of(configuration), context);
    }
}
