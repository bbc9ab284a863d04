package dev.headrace.engine;

/**
 * What of one resource could not be written, and is in quarantine.
 *
 * @param count records and failed requests together
 * @param requests how many of these are failed requests
 * @param firstReason why the first could not be
 */
public record QuarantinedRows(String resource, long count, long requests, String firstReason) {

    QuarantinedRows and(QuarantinedRows further) {
        return new QuarantinedRows(resource, count + further.count, requests + further.requests, firstReason);
    }
}
