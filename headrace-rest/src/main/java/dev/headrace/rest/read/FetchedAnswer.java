package dev.headrace.rest.read;

import dev.headrace.rest.flight.Cargo;
import dev.headrace.rest.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the request for a page has brought.
 *
 * @param response empty when a rule ignored it
 * @param forecast null when nobody needs it, or it can't be told
 * @param came when
 */
record FetchedAnswer(
        Optional<HttpResponse> response, @Nullable Forecast forecast, Instant came) implements Cargo {

    @Override
    public long bytes() {
        return response.map(answer -> (long) answer.body().length).orElse(0L);
    }
}
