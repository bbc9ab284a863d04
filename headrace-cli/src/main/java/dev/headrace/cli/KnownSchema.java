package dev.headrace.cli;

import dev.headrace.engine.document.SchemaDocument;

/**
 * A schema document and where it comes from.
 *
 * @param origin for people, such as {@code stored in events.duckdb, dataset events_dataset}
 */
record KnownSchema(SchemaDocument document, String origin) {

    /** One line that names it. */
    String title() {
        return "Schema " + document.content().name() + ", version " + document.version() + ", " + origin;
    }
}
