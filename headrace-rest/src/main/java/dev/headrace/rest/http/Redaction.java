package dev.headrace.rest.http;

import dev.headrace.Redactor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes URLs and bodies fit to be shown: no user information, no value of a parameter or field whose name speaks of a
 * secret, and none of the secrets that the run knows.
 */
public final class Redaction {

    private static final String MASK = "***";
    private static final Set<String> SECRET_NAMES = Set.of(
            "api_key",
            "api-key",
            "apikey",
            "access_token",
            "access-token",
            "accesstoken",
            "auth",
            "authorization",
            "client_secret",
            "client-secret",
            "id_token",
            "key",
            "password",
            "passwd",
            "pwd",
            "refresh_token",
            "secret",
            "session",
            "sig",
            "signature",
            "token",
            "x-api-key");
    private static final Pattern JSON_FIELD =
            Pattern.compile("\"([A-Za-z_-]{1,40})\"(\\s*:\\s*)\"((?:[^\"\\\\]|\\\\.)*+)\"?");

    private final Redactor redactor;

    public Redaction(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The URL without secrets; its path stays as it is, unless a part of it is a known secret. */
    public String url(String url) {
        UrlParts parts = UrlParts.parse(url);
        String server = parts.authority().substring(parts.authority().lastIndexOf('@') + 1);
        String query = parts.query() == null ? null : query(parts.query());
        return redactor.redact(new UrlParts(parts.scheme(), server, parts.path(), query).toString());
    }

    /** The text without known secrets, and without the values of JSON fields that speak of one. */
    public String text(String text) {
        Matcher matcher = JSON_FIELD.matcher(text);
        String masked = matcher.replaceAll(match -> Matcher.quoteReplacement(
                isSecret(match.group(1))
                        ? "\"" + match.group(1) + "\"" + match.group(2) + "\"" + MASK + "\""
                        : match.group()));
        return redactor.redact(masked);
    }

    private static String query(String query) {
        return Arrays.stream(query.split("&", -1)).map(Redaction::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        boolean hidden = equals >= 0 && isSecret(pair.substring(0, equals));
        return hidden ? pair.substring(0, equals + 1) + MASK : pair;
    }

    /** Whether the value of a parameter, a header or a field of that name is likely to be secret. */
    public static boolean isSecret(String name) {
        return SECRET_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Scheme, host and path. */
    public static String withoutQuery(String url) {
        UrlParts parts = UrlParts.parse(url);
        String server = parts.authority().substring(parts.authority().lastIndexOf('@') + 1);
        return new UrlParts(parts.scheme(), server, parts.path(), null).toString();
    }
}
