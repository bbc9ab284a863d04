package dev.headrace.engine;

/**
 * What of one resource could not be written, and is in quarantine.
 *
 * @param firstReason why the first could not be
 */
public record QuarantinedRows(String resource, long count, String firstReason) {

    QuarantinedRows and(QuarantinedRows further) {
        return new QuarantinedRows(resource, count + further.count, firstReason);
    }
}
