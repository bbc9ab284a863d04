/**
 * Kills the real program at random moments and looks whether what it leaves in the end is what it leaves undisturbed. Whoever
 * uses it needs the drivers of the databases, and for PostgreSQL what {@link dev.headrace.testkit.postgres} needs.
 */
@NullMarked
package dev.headrace.testkit.crash;

import org.jspecify.annotations.NullMarked;
