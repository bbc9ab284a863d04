/** Several requests at a time: threads that carry them, and the bounds on how many there are and how much waits. */
@NullMarked
package dev.headrace.rest.flight;

import org.jspecify.annotations.NullMarked;
