/** The load package: what one run extracted, durable and ready to be committed. */
@NullMarked
package dev.headrace.load;

import org.jspecify.annotations.NullMarked;
