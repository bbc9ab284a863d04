package dev.headrace.rest.http;

/**
 * Looks at every answer before its status is checked, also at those that would be retried or redirected. Without state: the
 * same answer always gets the same verdict.
 */
@FunctionalInterface
public interface ResponseRule {

    Verdict judge(HttpResponse response);

    /** Whether it can end a sequence of pages before the paginator does; pages must not be asked for in advance then. */
    default boolean mayEnd() {
        return true;
    }

    /** This rule; where it has nothing to say, the other one. */
    default ResponseRule orElse(ResponseRule other) {
        return new EitherRule(this, other);
    }

    /** Has never anything to say. */
    static ResponseRule none() {
        return NoRule.INSTANCE;
    }
}
