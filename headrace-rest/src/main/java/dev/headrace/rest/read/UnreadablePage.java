package dev.headrace.rest.read;

import dev.headrace.DataException;
import dev.headrace.Excerpt;
import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.rest.format.ResponseFormats;
import dev.headrace.rest.format.UnreadableBodyException;
import dev.headrace.rest.http.HtmlPage;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import java.util.Optional;

/**
 * Says why an answer cannot be read.
 *
 * @param page its place in the sequence, from 1
 */
record UnreadablePage(ResourceReading resource, int page, HttpRequest request, HttpResponse response) {

    private static final int LOOKED_AT = 20;
    private static final int EXCERPT = 200;
    private static final int PAGE = 32 * 1024;

    /** Bytes of a body of which a part is shown. */
    static final int SHOWN = EXCERPT * LOOKED_AT;

    SourceException because(JsonSyntaxException cause) {
        String place = "at byte " + cause.offset() + " expected " + cause.expected();
        return because(resource.discretion().hides() ? place : place + ", found " + cause.found(), cause);
    }

    SourceException because(UnreadableBodyException cause) {
        return because(resource.discretion().hides() ? "" : String.valueOf(cause.getMessage()), cause);
    }

    /** The same for a page whose body is there no more: whoever has read it has found what is wrong. */
    RuntimeException asRead(DataException failure) {
        return failure.kind() == FailureKind.DATA && failure.getCause() instanceof JsonSyntaxException cause
                ? because(cause)
                : failure;
    }

    /** A sink complains about pages and about single values; only the first is a matter of the answer. */
    RuntimeException because(DataException failure) {
        if (failure.kind() == FailureKind.DATA) {
            try {
                resource.body(response).document();
            } catch (JsonSyntaxException e) {
                return because(e);
            }
        }
        return failure;
    }

    private SourceException because(String reason, Throwable cause) {
        return new SourceException(
                FailureKind.DATA,
                "Cannot read page " + page + " of resource '" + resource.name() + "' from " + resource.shown(request)
                        + ": status " + response.status() + ", " + what(reason),
                resource.discretion().hides() ? null : cause);
    }

    private String what(String reason) {
        String type = response.headers().find("Content-Type").orElse("no content type");
        String expected = ResponseFormats.label(resource.format(), response);
        String text = response.text();
        // secrets are hidden before anything is cut
        Optional<String> page = HtmlPage.summary(text).isPresent()
                ? HtmlPage.summary(resource.shownText(text.substring(0, Math.min(text.length(), PAGE))))
                : Optional.empty();
        if (page.isPresent()) {
            return type + ", but a web page for people instead of " + expected + ": \""
                    + (resource.discretion().hides() ? "***" : page.get())
                    + "\". Check 'base_url', the path and 'auth'; the page may be that of"
                    + " a login, a proxy or a failure.";
        }
        String why = reason.isEmpty() ? "" : " (" + resource.shownText(reason) + ")";
        String guess = ResponseFormats.hint(text);
        String hint = guess.startsWith("It looks like " + expected + ":") && guess.indexOf('{') < 0 ? "" : guess;
        return type + ", but not " + expected + why + ". " + begin(text) + (hint.isEmpty() ? "" : "\n" + hint);
    }

    private String begin(String text) {
        if (text.isEmpty()) {
            return "The body is empty.";
        }
        if (resource.discretion().hides()) {
            return "It is not shown, because fields of the resource are masked.";
        }
        // cut once more than is shown, so that a secret is hidden before it may be cut
        String shown = resource.shownText(text.substring(0, Math.min(text.length(), SHOWN)));
        return "The body begins: " + Excerpt.of(shown, EXCERPT);
    }
}
