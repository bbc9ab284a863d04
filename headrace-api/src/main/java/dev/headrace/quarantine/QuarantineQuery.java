package dev.headrace.quarantine;

import java.util.Optional;

/**
 * Which rows of {@link ErrorsTable} are wanted: those of one pipeline that were not loaded after all, the latest first.
 *
 * @param resource empty: of all resources
 * @param schema the name of the source's schema; empty: of all
 * @param limit at most so many
 */
public record QuarantineQuery(String pipeline, Optional<String> schema, Optional<String> resource, int limit) {}
