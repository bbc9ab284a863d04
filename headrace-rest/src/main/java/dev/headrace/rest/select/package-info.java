/** Where the records of a page are. */
@NullMarked
package dev.headrace.rest.select;

import org.jspecify.annotations.NullMarked;
