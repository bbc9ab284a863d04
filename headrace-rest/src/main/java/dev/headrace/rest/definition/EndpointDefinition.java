package dev.headrace.rest.definition;

import dev.headrace.rest.format.ResponseFormat;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Limits;
import dev.headrace.rest.http.ResponseRule;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.paginate.Paginator;
import dev.headrace.rest.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * How a resource is read.
 *
 * @param request the first request of each sequence
 * @param selector where the records are; null: found on the first page
 * @param paginator null: found on the first page
 * @param auth puts credentials on each request
 * @param rule what answers mean, beside what their status says
 * @param format in which answers are
 * @param incremental how only what is new is loaded; null: everything is
 * @param limits how often each request is tried, how long it may take
 * @param onError what becomes of the run when a request fails for good; {@code FAIL} without a parent
 */
public record EndpointDefinition(
        RequestDefinition request,
        @Nullable Selector selector,
        @Nullable Paginator paginator,
        Authenticator auth,
        ResponseRule rule,
        ResponseFormat format,
        @Nullable IncrementalDefinition incremental,
        Limits limits,
        OnError onError) {

    /**
     * Whether something besides the paginator may end a sequence, which only reading its pages can tell; pages must not be
     * asked for in advance then.
     */
    public boolean mayEndEarly() {
        return rule.mayEnd() || incremental != null && incremental.mayEndEarly();
    }

    EndpointDefinition with(IncrementalDefinition other) {
        return new EndpointDefinition(request, selector, paginator, auth, rule, format, other, limits, onError);
    }
}
