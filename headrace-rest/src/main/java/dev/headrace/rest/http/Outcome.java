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
     * @param verdict what a rule made of it
     * @param redirectedTo where it came from when that is another place than was asked
     */
    record Answered(
            HttpResponse response,
            Verdict verdict,
            @Nullable String redirectedTo) implements Outcome {

        private static final int FIRST_WITHOUT_RECORDS = 300;

        /** A rule said that there is nothing to read. */
        boolean ignored() {
            return verdict instanceof Verdict.Ignore
                    || (verdict instanceof Verdict.Stop && response.status() >= FIRST_WITHOUT_RECORDS);
        }

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
            return "failed: " + BrokenConnection.reason(cause);
        }
    }
}
