/** Shows what a run is doing: a redrawn block on a terminal, plain lines elsewhere. */
@NullMarked
package dev.headrace.cli.progress;

import org.jspecify.annotations.NullMarked;
