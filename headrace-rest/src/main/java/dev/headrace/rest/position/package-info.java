/** The notes that the position of a reader is made of: everything that has a place in a reading writes its own. */
@NullMarked
package dev.headrace.rest.position;

import org.jspecify.annotations.NullMarked;
