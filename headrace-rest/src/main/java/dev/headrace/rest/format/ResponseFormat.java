package dev.headrace.rest.format;

import dev.headrace.rest.http.HttpResponse;

/** A way to write records. Immutable: one instance serves any number of answers, runs and threads. */
public interface ResponseFormat {

    /** For messages: {@code CSV}. */
    String label();

    /**
     * The body as one JSON document. Where the format is a sequence of records, the document is a list of them.
     *
     * @throws UnreadableBodyException when the body is not in this format; JSON need not be checked here
     */
    JsonBody toJson(HttpResponse response);
}
