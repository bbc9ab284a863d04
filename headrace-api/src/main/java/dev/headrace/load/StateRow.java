package dev.headrace.load;

import java.time.Instant;

/**
 * The pipeline's state as a row of {@code _dlt_pipeline_state}.
 *
 * @param state base64 of the zlib-compressed JSON document
 * @param rowId the row's {@code _dlt_id}
 */
public record StateRow(
        long version,
        long engineVersion,
        String pipelineName,
        String state,
        Instant createdAt,
        String versionHash,
        String rowId) {}
