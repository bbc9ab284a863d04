package dev.headrace.rest.http;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * How servers are reached, and which are trusted.
 *
 * @param allowedHosts get credentials although they are not the server of the base URL
 * @param tls which servers are believed
 * @param proxy leads to every server; null: what the environment says
 * @param onlyPublic whether only servers on public addresses are reached, and none by way of a proxy, which would look for
 *     their addresses itself
 */
public record Network(
        List<HostPattern> allowedHosts, Tls tls, @Nullable String proxy, boolean onlyPublic) {

    /** The value of {@code proxy} for no proxy, whatever the environment says. */
    static final String NO_PROXY = "none";

    private static final String ALLOWED_HOSTS = "allowed_hosts";
    private static final String TLS = "tls";
    private static final String PROXY = "proxy";
    private static final Pattern PROXY_URL =
            Pattern.compile("(?i)https?://(?:[^/]*@)?(?:\\[[0-9a-f:.]+]|[^/:@\\s]+)(?::\\d{1,5})?/?");

    public Network {
        allowedHosts = List.copyOf(allowedHosts);
    }

    /**
     * What a {@code client} says.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with it
     */
    public static Network of(ConfigNode client, ComponentContext context) {
        Problems problems = new Problems();
        List<HostPattern> hosts = new ArrayList<>();
        problems.check(() -> client.present(ALLOWED_HOSTS)
                .ifPresent(list -> list.requireKind(Kind.LIST)
                        .elements()
                        .forEach(host ->
                                problems.attempt(() -> HostPattern.parse(host)).ifPresent(hosts::add))));
        Optional<Tls> tls =
                client.present(TLS).flatMap(node -> problems.attempt(() -> new TlsReader(node, context).read()));
        Optional<String> proxy = client.present(PROXY).flatMap(node -> problems.attempt(() -> proxy(node, context)));
        if (context.untrusted() && proxy.isPresent() && !proxy.get().equals(NO_PROXY)) {
            problems.add(client.error(
                    PROXY,
                    "a configuration that is not trusted (--untrusted) names no proxy: nobody sees where that leads"));
        }
        problems.throwIfAny();
        return new Network(hosts, tls.orElse(Tls.usual()), proxy.orElse(null), context.untrusted());
    }

    /** Java's own authorities, the environment's proxies, and no further hosts. */
    static Network usual() {
        return new Network(List.of(), Tls.usual(), null, false);
    }

    private static String proxy(ConfigNode node, ComponentContext context) {
        String url = node.text();
        if (url.equals(NO_PROXY)) {
            return url;
        }
        if (!PROXY_URL.matcher(url).matches() || !isOrigin(url)) {
            throw node.error("'proxy' must be http://host:port, perhaps with user:password@ before the host, or '"
                    + NO_PROXY + "'");
        }
        UserInfo.of(url).ifPresent(user -> user.learn(context.redactor()));
        return url;
    }

    static boolean isOrigin(String url) {
        try {
            Origin.of(url);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Finds the addresses of servers. */
    DnsResolver addresses() {
        return onlyPublic ? new PublicAddresses(SystemDefaultDnsResolver.INSTANCE) : SystemDefaultDnsResolver.INSTANCE;
    }

    Proxies proxies() {
        if (onlyPublic) {
            return Proxies.none();
        }
        if (proxy == null) {
            return Proxies.of(System.getenv());
        }
        return proxy.equals(NO_PROXY) ? Proxies.none() : Proxies.only(proxy);
    }

    /** Where credentials may be sent when requests go to these origins. */
    public Trust trust(Set<Origin> home) {
        return new Trust(home, allowedHosts);
    }

    /** The proxy may have a password. */
    @Override
    public String toString() {
        return allowedHosts + (proxy == null ? "" : " by way of a proxy");
    }
}
