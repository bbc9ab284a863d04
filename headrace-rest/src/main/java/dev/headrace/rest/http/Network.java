package dev.headrace.rest.http;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How servers are reached, and which are trusted.
 *
 * @param allowedHosts get credentials although they are not the server of the base URL
 */
public record Network(List<HostPattern> allowedHosts) {

    private static final String ALLOWED_HOSTS = "allowed_hosts";

    public Network {
        allowedHosts = List.copyOf(allowedHosts);
    }

    /**
     * What a {@code client} says.
     *
     * @throws dev.headrace.ConfigException with all that is wrong with it
     */
    public static Network of(ConfigNode client) {
        Problems problems = new Problems();
        List<HostPattern> hosts = new ArrayList<>();
        problems.check(() -> client.present(ALLOWED_HOSTS)
                .ifPresent(list -> list.requireKind(Kind.LIST)
                        .elements()
                        .forEach(host ->
                                problems.attempt(() -> HostPattern.parse(host)).ifPresent(hosts::add))));
        problems.throwIfAny();
        return new Network(hosts);
    }

    /** Where credentials may be sent when requests go to these origins. */
    public Trust trust(Set<Origin> home) {
        return new Trust(home, allowedHosts);
    }
}
