/** Where packages are committed. */
@NullMarked
package dev.headrace.destination;

import org.jspecify.annotations.NullMarked;
