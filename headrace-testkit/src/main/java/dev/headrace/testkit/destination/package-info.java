/** What every destination must do, as tests to inherit. */
@NullMarked
package dev.headrace.testkit.destination;

import org.jspecify.annotations.NullMarked;
