package dev.headrace.rest.paginate;

import dev.headrace.config.Settings;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.TestNode;
import java.util.ArrayList;
import java.util.List;

/** Walks through a sequence with a paginator that was made from a configuration. */
final class Sequence {

    private static final int ENDLESS = 50;

    private Sequence() {}

    static Paginator paginator(String node) {
        return Paginators.create(TestNode.of(node), TestNode.context(Settings.none()))
                .orElseThrow();
    }

    /** The queries sent, when the pages are these and the last one comes again and again. */
    static List<String> queries(String node, FakePage... pages) {
        Paginator paginator = paginator(node);
        HttpRequest request = paginator.first(HttpRequest.get("items", "https://h/items"));
        List<String> sent = new ArrayList<>();
        while (sent.size() < ENDLESS) {
            sent.add(request.wireUrl().replaceFirst("https://h/items\\??", ""));
            FakePage page = pages[Math.min(sent.size(), pages.length) - 1].withNumber(sent.size());
            if (!(paginator.next(request, page) instanceof PageStep.Next next)) {
                return sent;
            }
            request = next.request();
        }
        throw new AssertionError("no end after " + sent);
    }
}
