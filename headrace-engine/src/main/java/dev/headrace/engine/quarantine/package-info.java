/** Writes what cannot be loaded into the table of errors, and brings it from there to where it belongs. */
@NullMarked
package dev.headrace.engine.quarantine;

import org.jspecify.annotations.NullMarked;
