/** From names in data to names of tables and columns. */
@NullMarked
package dev.headrace.engine.naming;

import org.jspecify.annotations.NullMarked;
