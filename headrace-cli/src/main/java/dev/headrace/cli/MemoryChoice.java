package dev.headrace.cli;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/**
 * How much memory a run may take. The launcher gives Java a small heap when it reads {@code --memory small}, since nobody can
 * do so later; the database and everything else that is bounded go by the heap.
 */
final class MemoryChoice {

    static final String OPTION = "memory";

    private static final String SMALL = "small";
    private static final List<String> KNOWN = List.of("default", SMALL);

    /** Somewhat more than the launcher gives: Java rounds. */
    private static final long SMALL_HEAP = 128L << 20;

    private MemoryChoice() {}

    static CommandOptions addTo(CommandOptions options) {
        return options.value(
                OPTION, "SIZE", "small: at most 300 MB, for answers of a few MB. default: at most 600 MB.");
    }

    /**
     * What the caller should know, if anything.
     *
     * @param heap how many bytes Java's heap may take
     * @throws WrongCallException when there is no such choice
     */
    static Optional<String> warning(CommandLine parsed, long heap) {
        Optional<String> choice = CommandOptions.text(parsed, OPTION);
        choice.filter(word -> !KNOWN.contains(word)).ifPresent(word -> {
            throw new WrongCallException("--memory takes " + String.join(" or ", KNOWN) + ", not '" + word + "'.");
        });
        return choice.filter(word -> word.equals(SMALL) && heap > SMALL_HEAP)
                .map(word -> "--memory small does nothing here, because Java's heap may take "
                        + (heap >> 20)
                        + " MB: only the command 'headrace' makes it smaller. Give Java -Xmx64m, and leave -Xmx out of"
                        + " HEADRACE_JAVA_OPTIONS.");
    }
}
