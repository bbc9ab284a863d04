package dev.headrace.rest.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The five parts of a URL as RFC 3986, appendix B, takes it apart. Unlike {@link java.net.URI} it accepts every text:
 * APIs send links with blanks, brackets and letters of any script.
 *
 * @param scheme empty when there is none
 * @param authority empty when there is none
 * @param query null when there is no question mark
 */
record UrlParts(
        String scheme,
        String authority,
        String path,
        @Nullable String query) {

    private static final Pattern FORM = Pattern.compile(
            "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);

    /** The fragment is dropped: it is never sent. */
    static UrlParts parse(String url) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a URL: " + url);
        }
        return new UrlParts(orEmpty(matcher.group(1)), orEmpty(matcher.group(2)), matcher.group(3), matcher.group(4));
    }

    /** This reference seen from {@code base}, as RFC 3986, 5.2.2, has it; dot segments stay for later. */
    UrlParts resolveAgainst(UrlParts base) {
        if (!scheme.isEmpty()) {
            return this;
        }
        if (!authority.isEmpty()) {
            return new UrlParts(base.scheme, authority, path, query);
        }
        if (path.isEmpty()) {
            return new UrlParts(base.scheme, base.authority, base.path, query == null ? base.query : query);
        }
        return new UrlParts(base.scheme, base.authority, path.startsWith("/") ? path : base.sibling(path), query);
    }

    private String sibling(String name) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "/" + name : path.substring(0, slash + 1) + name;
    }

    @Override
    public String toString() {
        return (scheme.isEmpty() ? "" : scheme + ":")
                + (authority.isEmpty() ? "" : "//" + authority)
                + path
                + (query == null ? "" : "?" + query);
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
