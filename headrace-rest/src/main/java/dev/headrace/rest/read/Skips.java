package dev.headrace.rest.read;

import dev.headrace.FailedRequest;
import dev.headrace.RequestFailedException;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.json.JsonText;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Origin;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of a parent that one child does without, because a request for them failed. */
final class Skips {

    private final ResourceReading resource;
    private final RunListener listener;
    private final Silence silence;
    private long count;

    /** @param atOnce how many requests may be under way at a time */
    Skips(ResourceReading resource, RunListener listener, int atOnce) {
        this.resource = resource;
        this.listener = listener;
        this.silence = new Silence(atOnce);
    }

    /** Takes note of a request that did not fail. */
    void answered() {
        silence.end();
        resource.standpoint().doubt(false);
    }

    /** How many there were. */
    long count() {
        return count;
    }

    /** Goes on where another one had come to. */
    void goOn(long known) {
        count = known;
    }

    /**
     * Fails as the request did when it is not to be skipped, or when there is no sign of life from its server.
     *
     * @param request the one that failed
     */
    void allow(RequestFailedException failure, HttpRequest request) {
        if (!resource.definition().endpoint().onError().skips(failure)) {
            throw failure;
        }
        silence.hear(Origin.of(request.url()), failure);
        resource.standpoint().doubt(silence.length() > 0);
        if (silence.isLasting()) {
            throw silent(failure);
        }
    }

    /**
     * Takes note of one that is {@linkplain #allow allowed}.
     *
     * @param pages that were read for this record before
     */
    void take(RequestFailedException failure, Job job, int pages) {
        count++;
        if (job.cursor() != null) {
            job.cursor().hold();
        }
        listener.on(new RunEvent.RequestSkipped(resource.name(), failure.request(), shown(job.values()), pages));
        if (count == 1) {
            warn("A record of '" + resource.definition().parent()
                    + "' is skipped (on_error: skip), and so is each further" + " one that fails: "
                    + sentence(failure.request()));
        }
        if (pages > 0) {
            warn(sentence(failure.request()) + " The records of the " + pages + (pages == 1 ? " page" : " pages")
                    + " before it are loaded: what there is for this record of '"
                    + resource.definition().parent() + "' is not complete.");
        }
    }

    /** What a sink is told of a request that is skipped. */
    RefusedRecord refusal(RequestFailedException failure, Job job) {
        return Refusal.ofRequest(sentence(failure.request()), shown(job.values()));
    }

    /** Tells how many there were. */
    void finish() {
        if (count > 1) {
            warn(count + " records of '" + resource.definition().parent()
                    + "' were skipped because requests for them failed (on_error: skip).");
        }
    }

    private RequestFailedException silent(RequestFailedException failure) {
        return new RequestFailedException(
                failure.request(),
                failure.message() + "\nThe last " + silence.length() + " records of '"
                        + resource.definition().parent()
                        + "' got no answer of the API: that is about the server and not about one record, so they are not skipped"
                        + " (on_error). Run it again when the server answers.",
                failure.getCause());
    }

    private void warn(String message) {
        listener.on(new RunEvent.Warned(resource.name(), message));
    }

    private static String sentence(FailedRequest request) {
        String after = request.attempts() > 1 ? " after " + request.attempts() + " attempts" : "";
        return request.request() + " " + request.reason() + after + ".";
    }

    private Map<String, String> shown(Map<String, @Nullable Object> values) {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((expression, value) ->
                shown.put(expression, resource.shownText(value instanceof String text ? text : JsonText.write(value))));
        return shown;
    }
}
