package dev.headrace;

import org.jspecify.annotations.Nullable;

/** One request for data failed for good, after all its attempts; always of kind {@code HTTP}. */
public final class RequestFailedException extends SourceException {

    private final transient FailedRequest request;

    public RequestFailedException(FailedRequest request, String message, @Nullable Throwable cause) {
        super(FailureKind.HTTP, message, cause);
        this.request = request;
    }

    /** What failed. */
    public FailedRequest request() {
        return request;
    }
}
