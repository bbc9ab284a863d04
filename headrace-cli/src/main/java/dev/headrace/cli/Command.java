package dev.headrace.cli;

import org.apache.commons.cli.CommandLine;

/** One command of the program. */
interface Command {

    String name();

    /** One or two sentences for the help. */
    String description();

    /** What stands on the command line beside options, such as {@code FILE}; empty when nothing does. */
    String operand();

    CommandOptions options();

    /**
     * Does it.
     *
     * @return the exit code
     * @throws dev.headrace.HeadraceException for a failure that is to be explained
     * @throws WrongCallException when options do not make sense
     */
    int run(CommandLine parsed);
}
