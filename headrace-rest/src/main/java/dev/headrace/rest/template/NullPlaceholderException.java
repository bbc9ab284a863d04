package dev.headrace.rest.template;

/**
 * A placeholder's value is null where a text is needed, so that there is no meaningful request. Whoever prepares the
 * request decides what happens instead.
 */
public final class NullPlaceholderException extends RuntimeException {

    private final String expression;

    NullPlaceholderException(String expression) {
        super("the value of {" + expression + "} is null", null, false, false);
        this.expression = expression;
    }

    /** The expression of the placeholder. */
    public String expression() {
        return expression;
    }
}
