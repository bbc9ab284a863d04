package dev.headrace.rest.http;

import java.util.List;
import java.util.Set;

/**
 * Where credentials and configured headers may be sent.
 *
 * @param home the origin of the base URL, and those of other addresses that the configuration itself requests
 * @param allowed hosts that it trusts besides; without encryption only if there is none at home either
 */
public record Trust(Set<Origin> home, List<HostPattern> allowed) {

    private static final String ENCRYPTED = "https";

    public Trust {
        home = Set.copyOf(home);
        allowed = List.copyOf(allowed);
    }

    static Trust of(Set<Origin> home) {
        return new Trust(home, List.of());
    }

    boolean covers(Origin origin) {
        if (home.stream().anyMatch(own -> own.covers(origin))) {
            return true;
        }
        boolean plainAtHome =
                !home.isEmpty() && home.stream().noneMatch(own -> own.scheme().equals(ENCRYPTED));
        return (plainAtHome || origin.scheme().equals(ENCRYPTED))
                && allowed.stream().anyMatch(host -> host.covers(origin));
    }
}
