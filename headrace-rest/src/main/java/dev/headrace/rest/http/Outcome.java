package dev.headrace.rest.http;

import java.io.IOException;
import java.util.Locale;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.jspecify.annotations.Nullable;

/** What one attempt came to. */
sealed interface Outcome {

    /** In words that follow the request: "answered 503 (Service Unavailable)". */
    String description();

    /**
     * There was a complete answer.
     *
     * @param ignored a rule said that there is nothing more to read
     * @param redirectedTo where it came from when that is another place than was asked
     */
    record Answered(
            HttpResponse response,
            boolean ignored,
            @Nullable String redirectedTo) implements Outcome {

        @Override
        public String description() {
            String reason = response.reason();
            if (reason.isEmpty()) {
                reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(response.status(), Locale.ROOT);
            }
            return "answered " + response.status() + (reason == null || reason.isEmpty() ? "" : " (" + reason + ")");
        }
    }

    /** There was none, or only a part of one. */
    record Broken(IOException cause) implements Outcome {

        @Override
        public String description() {
            String message = cause.getMessage();
            return "failed: "
                    + (message == null || message.isBlank() ? cause.getClass().getSimpleName() : message);
        }
    }
}
