/** The command line and the distribution. */
@NullMarked
package dev.headrace.cli;

import org.jspecify.annotations.NullMarked;
