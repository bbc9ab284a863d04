/** Loading only what is new: cursors, the rows they let pass, and what is remembered from run to run. */
@NullMarked
package dev.headrace.rest.incremental;

import org.jspecify.annotations.NullMarked;
