package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Urls;
import java.util.Optional;
import java.util.regex.Pattern;

/** Follows links, and finds them in {@code Link} headers (RFC 8288). */
final class Links {

    private static final Pattern NEXT_LINK = Pattern.compile(", *<");
    private static final String QUOTES = "[ '\"]";

    private Links() {}

    /** The request for a link found on the page that answered {@code request}: the query is the link's own. */
    static PageStep follow(HttpRequest request, String link) {
        String target = Urls.resolve(request.url(), link);
        if (!Urls.isAbsolute(target)) {
            throw PageFailures.of(
                    request,
                    "the link to the next page, '" + link + "', is no http or https URL",
                    "Check where the link is taken from.");
        }
        return PageStep.next(request.withUrl(target));
    }

    /** The target of the last link with exactly that relation; quotes and other attributes may be there or not. */
    static Optional<String> find(String header, String relation) {
        Optional<String> found = Optional.empty();
        for (String link : NEXT_LINK.split(header)) {
            String[] parts = link.split(";", 2);
            if (parts.length == 2 && relation.equals(relation(parts[1]))) {
                found = Optional.of(trimmed(parts[0], "[<> '\"]"));
            }
        }
        return found;
    }

    private static String relation(String attributes) {
        String relation = "";
        for (String attribute : attributes.split(";")) {
            String[] pair = attribute.split("=", 2);
            if (pair.length == 2 && trimmed(pair[0], QUOTES).equals("rel")) {
                relation = trimmed(pair[1], QUOTES);
            }
        }
        return relation;
    }

    private static String trimmed(String text, String characters) {
        return text.replaceAll("^" + characters + "+|" + characters + "+$", "");
    }
}
