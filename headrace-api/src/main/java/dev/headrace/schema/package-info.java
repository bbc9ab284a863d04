/** Tables, columns and their types; write dispositions and contracts. */
@NullMarked
package dev.headrace.schema;

import org.jspecify.annotations.NullMarked;
