/** The command line: commands, exit codes, what is printed. */
@NullMarked
package dev.headrace.cli;

import org.jspecify.annotations.NullMarked;
