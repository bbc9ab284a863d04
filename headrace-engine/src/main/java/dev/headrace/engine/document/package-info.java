/** The schema document: its JSON shape, its version hash, and the tables that every dataset has. */
@NullMarked
package dev.headrace.engine.document;

import org.jspecify.annotations.NullMarked;
