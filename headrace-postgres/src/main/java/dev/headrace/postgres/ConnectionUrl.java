package dev.headrace.postgres;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Connection URLs as libpq has them ({@code postgres://user:password@host:port/database?parameter=value}, manual section
 * 34.1.1.2). Every part may be missing; parts are percent-encoded where they need it. Messages show none of it, as any of it
 * may be a password.
 */
final class ConnectionUrl {

    private ConnectionUrl() {}

    static boolean isOne(String text) {
        return text.startsWith("postgres://") || text.startsWith("postgresql://");
    }

    static ConnectionParts parse(String url) {
        if (!isOne(url)) {
            throw new ConfigException(
                    "the connection is not a URL of PostgreSQL. Write postgres://user@host:5432/database.");
        }
        String rest = url.substring(url.indexOf("://") + 3);
        int question = rest.indexOf('?');
        Map<String, String> parameters = question < 0 ? Map.of() : parameters(rest.substring(question + 1));
        String place = question < 0 ? rest : rest.substring(0, question);
        // Passwords are often written as they are, with slashes; what stands before the last @ is never the database.
        int at = place.lastIndexOf('@');
        String address = place.substring(at + 1);
        int slash = address.indexOf('/');
        ConnectionParts server = server(slash < 0 ? address : address.substring(0, slash));
        Optional<String> database = slash < 0 ? Optional.empty() : part(address.substring(slash + 1));
        return with(parameters, user(at < 0 ? "" : place.substring(0, at), server, database));
    }

    private static ConnectionParts user(String userInfo, ConnectionParts server, Optional<String> database) {
        int colon = userInfo.indexOf(':');
        Optional<String> user = part(colon < 0 ? userInfo : userInfo.substring(0, colon));
        Optional<Secret> password = colon < 0
                ? Optional.empty()
                : part(userInfo.substring(colon + 1)).map(Secret::of);
        return new ConnectionParts(server.host(), server.port(), database, user, password, Map.of());
    }

    private static ConnectionParts server(String address) {
        int colon = address.lastIndexOf(':');
        boolean hasPort = colon > address.lastIndexOf(']');
        String host = hasPort ? address.substring(0, colon) : address;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        Optional<String> port = hasPort ? part(address.substring(colon + 1)) : Optional.empty();
        return new ConnectionParts(part(host), port, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** User, password and the like may stand among the parameters, too. */
    private static ConnectionParts with(Map<String, String> parameters, ConnectionParts parts) {
        Map<String, String> rest = new LinkedHashMap<>(parameters);
        ConnectionParts named = new ConnectionParts(
                Optional.ofNullable(rest.remove("host")),
                Optional.ofNullable(rest.remove("port")),
                Optional.ofNullable(rest.remove("dbname")),
                Optional.ofNullable(rest.remove("user")),
                Optional.ofNullable(rest.remove("password")).map(Secret::of),
                Map.of());
        rest.forEach(Parameters::check);
        return named.or(new ConnectionParts(
                parts.host(), parts.port(), parts.database(), parts.user(), parts.password(), rest));
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            } else if (!pair.isEmpty()) {
                throw new ConfigException("a parameter of the connection URL has no value. Write name=value.");
            }
        }
        return parameters;
    }

    private static Optional<String> part(String encoded) {
        return encoded.isEmpty() ? Optional.empty() : Optional.of(decoded(encoded));
    }

    private static String decoded(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Without the cause, which shows the text.
            throw new ConfigException("a part of the connection URL has a % that encodes nothing. Write % as %25.");
        }
    }
}
