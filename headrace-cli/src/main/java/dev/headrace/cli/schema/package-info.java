/** Schemas as texts: documents, diagrams, tables, differences. */
@NullMarked
package dev.headrace.cli.schema;

import org.jspecify.annotations.NullMarked;
