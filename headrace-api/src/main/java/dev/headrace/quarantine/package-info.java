/** Records that cannot be written: what is done about them, and the table in which they are kept. */
@NullMarked
package dev.headrace.quarantine;

import org.jspecify.annotations.NullMarked;
