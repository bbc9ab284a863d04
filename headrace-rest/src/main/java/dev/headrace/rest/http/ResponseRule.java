package dev.headrace.rest.http;

/** Looks at every answer before its status is checked, also at those that would be retried or redirected. */
@FunctionalInterface
public interface ResponseRule {

    /** Whether the answer means that there is nothing more to read, whatever its status. */
    boolean ignores(HttpResponse response);

    /** Whether there can be an answer that ends a sequence which would go on without this rule. */
    default boolean mayEnd() {
        return true;
    }

    /** Ignores nothing. */
    static ResponseRule none() {
        return NoRule.INSTANCE;
    }
}
