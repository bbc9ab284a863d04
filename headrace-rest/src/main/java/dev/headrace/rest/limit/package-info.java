/** Numbers with units, and limits on how many requests are sent in which time. */
@NullMarked
package dev.headrace.rest.limit;

import org.jspecify.annotations.NullMarked;
