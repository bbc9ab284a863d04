/** What is done to each record between the page and the table: the steps of {@code processing_steps}. */
@NullMarked
package dev.headrace.rest.process;

import org.jspecify.annotations.NullMarked;
