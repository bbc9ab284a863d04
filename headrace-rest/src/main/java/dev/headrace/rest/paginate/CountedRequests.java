package dev.headrace.rest.paginate;

import dev.headrace.rest.http.HttpRequest;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Requests that differ in one number, which grows by the same step from one to the next; made when asked for. */
final class CountedRequests extends AbstractList<HttpRequest> {

    private final HttpRequest request;
    private final Target target;
    private final long first;
    private final long step;
    private final int size;

    private CountedRequests(HttpRequest request, Target target, long first, long step, int size) {
        this.request = request;
        this.target = target;
        this.first = first;
        this.step = step;
        this.size = size;
    }

    /**
     * The requests for all counts from {@code first} that are less than the end.
     *
     * @param end empty when it is not known; then there are none
     * @param step at least 1
     */
    static List<HttpRequest> until(OptionalLong end, HttpRequest request, Target target, long first, long step) {
        if (end.isEmpty() || end.getAsLong() <= first) {
            return List.of();
        }
        long size = (end.getAsLong() - first - 1) / step + 1;
        return new CountedRequests(request, target, first, step, (int) Math.min(size, Integer.MAX_VALUE));
    }

    @Override
    public HttpRequest get(int index) {
        return target.write(request, first + Objects.checkIndex(index, size) * step);
    }

    @Override
    public int size() {
        return size;
    }
}
