package dev.headrace.json.path;

import dev.headrace.json.JsonValue;

/** How much a search may still look at. A path can be written, and a document made, so that a search would never end. */
final class Effort {
    private static final long LEAST = 5_000_000;
    /** No document has more values than bytes. */
    private static final int PER_BYTE = 2;

    private long left;

    Effort(JsonValue document) {
        left = LEAST + (long) PER_BYTE * (document.end() - document.start());
    }

    /** One more match. */
    void spend() {
        if (--left < 0) {
            throw new JsonPathLimitException(
                    "The search goes on and on: a path looks again and again at what it has found, as in '$..*..*'");
        }
    }
}
