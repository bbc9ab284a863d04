package dev.headrace.rest.http;

import dev.headrace.config.ConfigNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host that a configuration names: {@code api.example.com}, with {@code :8443} behind it for one port only, with
 * {@code *.} before it for all hosts below it.
 *
 * @param host in lower case
 * @param below whether hosts below it are meant, and not the host itself
 * @param port 0 for any
 */
record HostPattern(String host, boolean below, int port) {

    private static final Pattern FORM =
            Pattern.compile("(\\*\\.)?([\\p{L}\\p{N}.-]+|\\[[0-9a-fA-F:.]+])(?::(\\d{1,5}))?");

    static HostPattern parse(ConfigNode node) {
        String text = node.text();
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw node.error("'" + text + "' is no host; write api.example.com, api.example.com:8443 or *.example.com,"
                    + " without scheme and path");
        }
        boolean below = matcher.group(1) != null;
        String host = matcher.group(2).toLowerCase(Locale.ROOT);
        if (below && host.indexOf('.') < 0) {
            throw node.error("'" + text + "' would trust everybody under '" + host + "'; name a domain of your own");
        }
        return new HostPattern(host, below, matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
    }

    boolean covers(Origin origin) {
        boolean samePort = port == 0 || port == origin.port();
        return samePort
                && (below ? origin.host().endsWith("." + host) : origin.host().equals(host));
    }
}
