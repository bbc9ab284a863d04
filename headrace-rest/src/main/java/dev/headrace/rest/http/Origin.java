package dev.headrace.rest.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of a URL: what credentials belong to (RFC 6454).
 *
 * @param scheme in lower case
 * @param host in lower case; empty when the URL has none
 * @param port the scheme's own where the URL names none
 */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern PORT = Pattern.compile("(.*):(\\d{1,5})");

    /** @throws IllegalArgumentException when it is not a URL */
    public static Origin of(String url) {
        UrlParts parts = UrlParts.parse(url);
        String authority = parts.authority();
        String server = authority.substring(authority.lastIndexOf('@') + 1);
        URI uri = URI.create(parts.scheme() + "://" + server);
        String scheme = parts.scheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null) { // such as my_host, which is no name of the DNS
            return ofUnusualName(scheme, server.toLowerCase(Locale.ROOT));
        }
        String host = uri.getHost();
        int port = uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme);
        return new Origin(scheme, host.toLowerCase(Locale.ROOT), port);
    }

    private static Origin ofUnusualName(String scheme, String server) {
        Matcher port = PORT.matcher(server);
        return port.matches()
                ? new Origin(scheme, port.group(1), Integer.parseInt(port.group(2)))
                : new Origin(scheme, server, defaultPort(scheme));
    }

    /** Whether what may be sent to this origin may be sent there: the same one, or its encrypted twin. */
    boolean covers(Origin other) {
        return equals(other) || (host.equals(other.host) && port == HTTP && other.port == HTTPS);
    }

    /** Whether it is this machine. */
    boolean isLoopback() {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    boolean hasUsualPort() {
        return port == defaultPort(scheme);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (hasUsualPort() ? "" : ":" + port);
    }
}
