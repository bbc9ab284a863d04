/** The ways to find the next page of a sequence. */
@NullMarked
package dev.headrace.rest.paginate;

import org.jspecify.annotations.NullMarked;
