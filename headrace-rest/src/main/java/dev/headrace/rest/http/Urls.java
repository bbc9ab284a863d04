package dev.headrace.rest.http;

import java.util.Locale;

/** Puts URLs together. */
public final class Urls {

    private Urls() {}

    /**
     * The URL of a path below a base. A path that is itself an {@code http} or {@code https} URL stands alone. Otherwise
     * exactly one slash joins the two: a leading slash of the path does not lead back to the host, and the path's trailing
     * slash stays. An empty path is the base itself, and below an empty base the path is taken as it is.
     */
    public static String join(String base, String path) {
        if (isAbsolute(path) || base.isEmpty()) {
            return path;
        }
        if (path.isEmpty()) {
            return base;
        }
        return base.replaceAll("/+$", "") + "/" + path.replaceAll("^/+", "");
    }

    /** Whether it starts with {@code http://} or {@code https://}, in any letter case. */
    public static boolean isAbsolute(String url) {
        String lower = url.substring(0, Math.min(url.length(), 8)).toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /**
     * A link as an absolute URL, seen from the URL where it was found (RFC 3986, section 5): {@code /p} starts at the host,
     * {@code ?q} keeps the path, {@code y} is a sibling, {@code //h/p} another host.
     */
    public static String resolve(String current, String link) {
        return UrlParts.parse(link).resolveAgainst(UrlParts.parse(current)).toString();
    }
}
