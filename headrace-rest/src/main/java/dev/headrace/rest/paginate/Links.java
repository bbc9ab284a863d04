package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Urls;
import java.util.Optional;

/** Follows links, and finds them in {@code Link} headers (RFC 8288). */
final class Links {

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

    /** The target of the link with a relation; see {@link LinkHeader}. */
    static Optional<String> find(String header, String relation) {
        return LinkHeader.parse(header).target(relation);
    }
}
