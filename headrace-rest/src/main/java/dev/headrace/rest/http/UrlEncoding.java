package dev.headrace.rest.http;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encoding as the HTTP libraries of Python do it, because APIs have seen these spellings: letters, digits and
 * {@code -._~} stay, blanks in parameters become {@code +}, and what is encoded already in a path or link is left alone.
 */
final class UrlEncoding {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String PATH_MARKS = UNRESERVED_MARKS + "!$&'()*+,;=:@/";
    private static final String QUERY_MARKS = PATH_MARKS + "?";
    private static final String HEX = "0123456789ABCDEF";
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    private UrlEncoding() {}

    /** The URL as it is sent: encoded, without fragment and dot segments, the parameters behind the query it had. */
    static String wireUrl(String url, List<Parameter> params) {
        UrlParts parts = UrlParts.parse(url);
        String path = encode(withoutDotSegments(parts.path()), PATH_MARKS);
        String query = join(parts.query(), query(params));
        return parts.scheme().toLowerCase(Locale.ROOT)
                + "://"
                + authority(parts.authority())
                + (path.isEmpty() ? "/" : path)
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** Parameters in the form {@code a=1&b=x+y}. */
    static String query(List<Parameter> params) {
        List<String> pairs = new ArrayList<>();
        for (Parameter parameter : params) {
            if (parameter.value() instanceof List<?> values) {
                values.forEach(value -> addPair(pairs, parameter.name(), value));
            } else {
                addPair(pairs, parameter.name(), parameter.value());
            }
        }
        return String.join("&", pairs);
    }

    private static void addPair(List<String> pairs, String name, @Nullable Object value) {
        if (value != null) {
            pairs.add(component(name) + "=" + component(WireText.of(value)));
        }
    }

    /** One name or value of a query: everything but unreserved characters is encoded, blanks as {@code +}. */
    static String component(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == ' ') {
                out.append('+');
            } else {
                append(out, b, UNRESERVED_MARKS);
            }
        }
        return out.toString();
    }

    private static String join(@Nullable String written, String added) {
        String query = written == null ? "" : encode(written, QUERY_MARKS);
        return query.isEmpty() || added.isEmpty() ? query + added : query + "&" + added;
    }

    /** Encodes what must not stand there; takes percent signs as encoding when all of them are followed by two digits. */
    private static String encode(String text, String marks) {
        boolean encodedAlready = text.indexOf('%') >= 0 && isEncoded(text);
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '%' && encodedAlready) {
                out.append('%');
            } else {
                append(out, b, marks);
            }
        }
        return encodedAlready ? normalised(out.toString()) : out.toString();
    }

    private static boolean isEncoded(String text) {
        long percents = text.chars().filter(c -> c == '%').count();
        return percents == ENCODED.matcher(text).results().count();
    }

    /** Upper-case digits, and no encoding of what needs none; but an encoded dot must not become a step up the path. */
    private static String normalised(String encoded) {
        return ENCODED.matcher(encoded).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            return Matcher.quoteReplacement(
                    isUnreserved(c) && c != '.'
                            ? String.valueOf(c)
                            : match.group().toUpperCase(Locale.ROOT));
        });
    }

    private static void append(StringBuilder out, byte b, String marks) {
        char c = (char) (b & 0xff);
        if (isAlphanumeric(c) || marks.indexOf(c) >= 0) {
            out.append(c);
        } else {
            out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }

    private static boolean isUnreserved(char c) {
        return isAlphanumeric(c) || UNRESERVED_MARKS.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** RFC 3986, 5.2.4. */
    private static String withoutDotSegments(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..") && kept.size() > 1) {
                kept.removeLast();
            }
            if (!dots) {
                kept.addLast(segments[i]);
            } else if (i == segments.length - 1) {
                kept.addLast("");
            }
        }
        return String.join("/", kept);
    }

    /** Host names in other scripts are sent in their ASCII form. User information stays out: it is no part of a request. */
    private static String authority(String authority) {
        String server = authority.substring(authority.lastIndexOf('@') + 1);
        boolean ascii = server.chars().allMatch(c -> c < 128);
        return (ascii ? server : IDN.toASCII(server)).toLowerCase(Locale.ROOT);
    }
}
