/** Rows whose records are no longer at the source: what becomes of them, and what became of them. */
@NullMarked
package dev.headrace.deletes;

import org.jspecify.annotations.NullMarked;
