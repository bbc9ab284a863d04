package dev.headrace.rest.http;

import dev.headrace.Excerpt;
import dev.headrace.FailedRequest;
import dev.headrace.FailureKind;
import dev.headrace.RequestFailedException;
import dev.headrace.SourceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what failed, for good. */
final class Failures {

    private static final int EXCERPT = 300;
    private static final int LOOKED_AT = 32 * 1024;

    private final String purpose;
    /** Whether requests are for data; others get credentials. */
    private final boolean forData;

    private final Redaction redaction;
    private final BodyView view;

    Failures(Exchange exchange) {
        this.purpose = exchange.purpose();
        this.forData = exchange.resource() != null;
        this.redaction = exchange.redaction();
        this.view = exchange.view();
    }

    /** The request as it may be shown. */
    String shown(HttpRequest request) {
        return request.method() + " " + redaction.url(request.wireUrl());
    }

    SourceException of(HttpRequest request, Outcome outcome, int attempts) {
        SourceException failure = described(request, outcome, attempts);
        return forData
                ? new RequestFailedException(failed(request, outcome, attempts), failure.message(), failure.getCause())
                : failure;
    }

    private FailedRequest failed(HttpRequest request, Outcome outcome, int attempts) {
        Integer status = outcome instanceof Outcome.Answered answered
                ? Integer.valueOf(answered.response().status())
                : null;
        String reason = redaction.text(outcome.description()) + judged(outcome);
        return new FailedRequest(shown(request), status, reason, attempts);
    }

    private SourceException described(HttpRequest request, Outcome outcome, int attempts) {
        String after = attempts > 1 ? " after " + attempts + " attempts" : "";
        if (outcome instanceof Outcome.Answered answered) {
            String what = shown(request) + redirect(answered.redirectedTo()) + " " + answered.description() + after;
            return failure(
                    what + judged(answered) + "." + excerpt(answered.response()) + Advice.after(answered, forData),
                    null);
        }
        Outcome.Broken broken = (Outcome.Broken) outcome;
        String what = shown(request) + " " + redaction.text(broken.description()) + after;
        return failure(what + ". " + Advice.afterBreak(request.wireUrl(), broken.cause()), broken.cause());
    }

    /** A failure whose reason is a complete sentence; known secrets in it are hidden. */
    SourceException of(HttpRequest request, String reason, @Nullable Throwable cause) {
        return failure(shown(request) + ": " + redaction.text(reason), cause);
    }

    private SourceException failure(String text, @Nullable Throwable cause) {
        return new SourceException(FailureKind.HTTP, "Cannot " + purpose + ": " + text, cause);
    }

    private String redirect(@Nullable String target) {
        return target == null ? "" : ", redirected to " + redaction.url(target) + ",";
    }

    private String excerpt(HttpResponse response) {
        int length = Math.min(response.length(), LOOKED_AT);
        String text = new HttpResponse(0, "", response.headers(), response.body(), length, "").text();
        Optional<String> permitted = text.isBlank() ? Optional.of("") : view.of(text);
        if (permitted.isEmpty()) {
            return HtmlPage.summary(text).isPresent()
                    ? " The answer is a web page."
                    : " The answer is not shown, because fields of the resource are masked.";
        }
        // before anything is cut: secrets are not found in what a cut leaves of them
        String shown = redaction.text(permitted.get());
        Optional<String> page = HtmlPage.summary(shown);
        if (page.isPresent()) {
            return " The answer is a web page: \"" + page.get() + "\"";
        }
        String line = Excerpt.line(shown, EXCERPT);
        return line.isEmpty() ? "" : " The answer: " + line;
    }

    /** What a rule made of an answer: goes on after what the answer was; empty when none has spoken. */
    String judged(Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered answered)) {
            return "";
        }
        Verdict verdict = answered.verdict();
        if (verdict instanceof Verdict.Fail fail) {
            return judged("which 'response_actions' takes for a failure", fail.message(), fail.rule());
        }
        return verdict instanceof Verdict.Retry retry
                ? judged("for which 'response_actions' asks to try again", retry.message(), retry.rule())
                : "";
    }

    private String judged(String meaning, @Nullable String message, @Nullable String rule) {
        String text = message == null ? ", " + meaning : ": " + message.replaceAll("[.\\s]+$", "");
        return redaction.text(rule == null ? text : text + " (" + rule + ")");
    }
}
