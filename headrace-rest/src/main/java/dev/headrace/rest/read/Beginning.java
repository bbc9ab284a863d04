package dev.headrace.rest.read;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Urls;
import dev.headrace.rest.template.NullPlaceholderException;
import org.jspecify.annotations.Nullable;

/** Makes sequences of jobs. */
final class Beginning {

    private Beginning() {}

    /**
     * The sequence of a job.
     *
     * @return null when there is nothing to request because a value is null, or the parent's record is skipped
     * @throws SourceException when the values of the job make no request
     */
    static @Nullable Sequence of(Job job) {
        if (job.isHeld()) {
            return null;
        }
        try {
            HttpRequest request = job.resource().requests().create(job.bindings());
            job.resource().lookAt(job.values());
            requireAddress(job, request);
            return new Sequence(job, request);
        } catch (NullPlaceholderException e) {
            if (Job.isOfCursor(e.expression())) {
                throw withoutValue(job, e);
            }
            job.resource().skip(e.expression());
            return null;
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    FailureKind.DATA,
                    "Cannot make a request for resource '" + job.resource().name() + "': " + e.getMessage(),
                    e);
        }
    }

    private static SourceException withoutValue(Job job, NullPlaceholderException cause) {
        return new SourceException(
                FailureKind.DATA,
                "Cannot make a request for resource '" + job.resource().name() + "': {" + cause.expression()
                        + "} has no value yet, because nothing has been loaded. Set incremental.initial_value, or make it"
                        + " the whole value of a query parameter, which is left out then.",
                cause);
    }

    private static void requireAddress(Job job, HttpRequest request) {
        if (!Urls.isAbsolute(request.url())) {
            throw new SourceException(
                    FailureKind.DATA,
                    "Cannot request '" + request.url() + "' for resource '"
                            + job.resource().name()
                            + "': it starts with neither http:// nor https://. Set client.base_url.");
        }
    }
}
