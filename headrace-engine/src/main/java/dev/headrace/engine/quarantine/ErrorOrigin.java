package dev.headrace.engine.quarantine;

import dev.headrace.Redactor;
import dev.headrace.load.LoadId;

/**
 * What the errors of one resource have in common.
 *
 * @param schema the name of the source's schema
 */
public record ErrorOrigin(String pipeline, String schema, String resource, LoadId loadId, Redactor redactor) {}
