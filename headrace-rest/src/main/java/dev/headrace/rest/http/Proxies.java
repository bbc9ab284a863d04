package dev.headrace.rest.http;

import dev.headrace.ConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicSchemeFactory;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that a configuration names, or those that the environment names: {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY}, except for the hosts of
 * {@code NO_PROXY} (a list of host names and endings, {@code *} for all), in upper or lower case. This machine is never
 * reached through a proxy.
 */
final class Proxies {

    private static final int DEFAULT_PORT = 80;

    private final Map<String, String> environment;
    private final List<String> direct;
    /** Null: those of the environment. */
    private final @Nullable String only;

    private Proxies(Map<String, String> environment, List<String> direct, @Nullable String only) {
        this.environment = environment;
        this.direct = direct;
        this.only = only;
    }

    /** One proxy for everything, this machine included. */
    static Proxies only(String url) {
        return new Proxies(Map.of(), List.of(), url);
    }

    /** No proxy at all. */
    static Proxies none() {
        return new Proxies(Map.of(), List.of(), null);
    }

    static Proxies of(Map<String, String> environment) {
        String none = variable(environment, "NO_PROXY").orElse("");
        List<String> direct = Arrays.stream(none.split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
        return new Proxies(environment, direct, null);
    }

    /** The URL of the proxy for requests to that origin. */
    Optional<String> find(Origin origin) {
        if (only != null) {
            return Optional.of(only);
        }
        if (origin.isLoopback() || direct.stream().anyMatch(entry -> fits(origin, entry))) {
            return Optional.empty();
        }
        return variable(environment, origin.scheme().toUpperCase(Locale.ROOT) + "_PROXY")
                .or(() -> variable(environment, "ALL_PROXY"))
                .map(url -> url.contains("://") ? url : "http://" + url);
    }

    HttpRoutePlanner routePlanner() {
        return (named, context) -> {
            HttpHost target = RoutingSupport.normalize(named, DefaultSchemePortResolver.INSTANCE);
            Origin origin = new Origin(target.getSchemeName(), target.getHostName(), target.getPort());
            boolean secure = origin.scheme().equals("https");
            return find(origin)
                    .map(proxy -> new HttpRoute(target, null, host(proxy), secure))
                    .orElseGet(() -> new HttpRoute(target, null, secure));
        };
    }

    /** Proxies ask for basic authentication; servers are answered by our own authenticators only. */
    Lookup<AuthSchemeFactory> schemes() {
        return name -> StandardAuthScheme.BASIC.equalsIgnoreCase(name) ? BasicSchemeFactory.INSTANCE : null;
    }

    CredentialsProvider credentials() {
        BasicCredentialsProvider provider = new BasicCredentialsProvider();
        if (only != null) {
            addCredentials(provider, only);
        }
        for (String scheme : List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")) {
            variable(environment, scheme).ifPresent(url -> addCredentials(provider, url));
        }
        return provider;
    }

    private static void addCredentials(BasicCredentialsProvider provider, String url) {
        UserInfo.of(url).ifPresent(user -> {
            HttpHost host = host(url.contains("://") ? url : "http://" + url);
            provider.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(user.name(), user.password().toCharArray()));
        });
    }

    private static HttpHost host(String url) {
        requireOrigin(url);
        Origin origin = Origin.of(url);
        boolean portNamed = url.matches("(?i)[a-z0-9+.-]+://[^/]*:\\d+/?.*");
        return new HttpHost(origin.scheme(), origin.host(), portNamed ? origin.port() : DEFAULT_PORT);
    }

    /** What a configuration names has been checked; what the environment names has not. */
    private static void requireOrigin(String url) {
        if (!Network.isOrigin(url)) {
            throw new ConfigException("Cannot use the proxy of HTTP_PROXY, HTTPS_PROXY or ALL_PROXY: it is no"
                    + " http://host:port, perhaps with user:password@ before the host. Correct the variable, or set"
                    + " 'client.proxy' (none for no proxy).");
        }
    }

    private static boolean fits(Origin origin, String entry) {
        String[] parts = entry.split(":", 2);
        String host = parts[0].startsWith(".") ? parts[0].substring(1) : parts[0];
        boolean samePort = parts.length == 1 || parts[1].equals(String.valueOf(origin.port()));
        boolean sameHost =
                host.equals("*") || origin.host().equals(host) || origin.host().endsWith("." + host);
        return samePort && sameHost;
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        @Nullable String lower = environment.get(name.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(lower == null ? environment.get(name) : lower)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
