package dev.headrace.testkit.conformance;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.RecordedRequest;
import dev.headrace.testkit.api.Responder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the requests of one run from its routes; after {@value #REQUEST_CAP} requests with 403. */
final class RouteResponder implements Responder {

    private static final int REQUEST_CAP = 300;

    private final List<Route> routes;
    private final Placeholders placeholders;
    private final int[] hits;
    private final List<SeenRequest> seen = new ArrayList<>();

    RouteResponder(List<Route> routes, Placeholders placeholders) {
        this.routes = routes;
        this.placeholders = placeholders;
        this.hits = new int[routes.size()];
    }

    /** Everything that was asked, in order of arrival, placeholders in place of addresses. */
    synchronized List<SeenRequest> seen() {
        return seen.stream().map(r -> r.masked(placeholders)).toList();
    }

    @Override
    public synchronized Answer answer(RecordedRequest request) {
        SeenRequest current = SeenRequest.of(request);
        boolean capped = seen.size() >= REQUEST_CAP;
        seen.add(current);
        if (capped) {
            return Answer.json("{\"error\": \"request cap\"}").withStatus(403);
        }
        Route route = choose(request, current);
        return route == null ? Answer.json("{\"error\": \"no route\"}").withStatus(404) : answer(route);
    }

    private @Nullable Route choose(RecordedRequest request, SeenRequest current) {
        Route chosen = null;
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            if (route.matches(request, current)) {
                hits[i]++;
                chosen = chosen == null && route.answersTurn(hits[i]) ? route : chosen;
            }
        }
        return chosen;
    }

    private Answer answer(Route route) {
        String body = placeholders.fill(route.body());
        Answer answer = Answer.status(route.status()).body(body);
        if (!body.isEmpty()) {
            answer = answer.header("Content-Type", "application/json");
        }
        Map<String, @Nullable Object> headers = Json.object(route.definition().get("response_headers"));
        for (Map.Entry<String, @Nullable Object> header : headers.entrySet()) {
            answer = answer.header(header.getKey(), placeholders.fill(Json.text(header.getValue(), "")));
        }
        Object delay = route.definition().get("delay_ms");
        return delay instanceof Number millis ? answer.after(Duration.ofMillis(millis.longValue())) : answer;
    }
}
