/** The run's log: a file beside the pipeline's packages, made when there is something to write. */
@NullMarked
package dev.headrace.cli.log;

import org.jspecify.annotations.NullMarked;
