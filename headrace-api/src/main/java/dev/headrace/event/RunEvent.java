package dev.headrace.event;

import dev.headrace.FailedRequest;
import dev.headrace.load.LoadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened in a run. Texts are ready to be shown and hold no secret. */
public sealed interface RunEvent {

    /** Extraction begins. */
    record RunStarted(String pipeline, String destination, String dataset, List<String> resources)
            implements RunEvent {}

    /**
     * What earlier runs have read of a resource, and this run goes on behind: no page of it is told again.
     *
     * @param pages how many pages
     * @param records how many records
     */
    record ReadBefore(String resource, int pages, long records) implements RunEvent {}

    /**
     * A page was read and its records taken.
     *
     * @param page how many pages of this resource have been read, this one included
     * @param records records on this page
     * @param bytes size of its body, decompressed
     * @param totalRecords what the API announced for the whole sequence; null when it did not
     */
    record PageRead(
            String resource,
            int page,
            int records,
            long bytes,
            @Nullable Long totalRecords) implements RunEvent {}

    /** A resource, with all its parents' items, has been read to its end. */
    record ResourceFinished(String resource, int pages, long records) implements RunEvent {}

    /** Nothing happens until then. */
    record Waiting(String resource, String reason, Instant until) implements RunEvent {}

    /**
     * A request failed and is sent again.
     *
     * @param resource null when the request serves several
     * @param reason the request and what became of it
     * @param attempt the one that failed, counted from 1
     * @param attempts how many there will be at most
     * @param until when the next one begins; nothing happens for the resource until then
     */
    record Retrying(@Nullable String resource, String reason, int attempt, int attempts, Duration delay, Instant until)
            implements RunEvent {}

    /**
     * The requests for one record of a parent end with a failure that the configuration allows; the run goes on.
     *
     * @param parent the values of the parent's record that the requests use, by expression
     * @param pagesBefore pages that were read for this record before; their records are loaded
     */
    record RequestSkipped(String resource, FailedRequest request, Map<String, String> parent, int pagesBefore)
            implements RunEvent {

        public RequestSkipped {
            parent = Map.copyOf(parent);
        }
    }

    /**
     * Records of a resource that could not be written, and requests of it that failed, are in quarantine; told when the resource has
     * been read.
     *
     * @param count how many in this package, both together
     * @param requests how many of these are failed requests
     * @param firstReason why the first of them could not be
     */
    record RowsQuarantined(String resource, long count, long requests, String firstReason) implements RunEvent {}

    /** Something the user should know; the run goes on. {@code resource} is null when it concerns the whole run. */
    record Warned(@Nullable String resource, String message) implements RunEvent {}

    /** Something worth a line in the log; the run goes on. */
    record Noted(@Nullable String resource, String message) implements RunEvent {}

    /** The package is complete and durable. */
    record PackageWritten(LoadId id, long rows, long bytes, Duration took) implements RunEvent {}

    /** A package that an earlier run left behind is loaded first. */
    record PendingPackageFound(LoadId id) implements RunEvent {}

    /** The destination begins with a package. */
    record LoadStarted(LoadId id) implements RunEvent {}

    /** One table is in place, not yet visible. */
    record TableLoaded(String table, long rows, Duration took) implements RunEvent {}

    /** The package is visible at the destination. */
    record PackageCommitted(LoadId id, Duration took) implements RunEvent {}
}
