package dev.headrace.json.path;

import dev.headrace.json.JsonValue;

/**
 * A compiled condition on a whole document, in the language of the filters of {@link JsonPath}:
 * {@code $.status == 'error'}, {@code $.errors[0] & $.code >= 500}, {@code !$.data}. A path alone holds where it matches; a
 * present null is a match. {@code @} and {@code $} both are the document. Immutable, for any number of threads.
 */
public final class JsonCondition {
    private final String text;
    private final Condition condition;

    private JsonCondition(String text, Condition condition) {
        this.text = text;
        this.condition = condition;
    }

    /**
     * Reads a condition.
     *
     * @throws JsonPathException if the text is none
     */
    public static JsonCondition compile(String text) {
        return new JsonCondition(text, new PathParser(text).parseCondition());
    }

    /**
     * Whether the document fulfils it.
     *
     * @throws JsonPathLimitException if that would not be found out in any time
     */
    public boolean holds(JsonValue document) {
        return condition.holds(Match.root(document));
    }

    /** The condition as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
