package dev.headrace.cli;

import dev.headrace.config.Suggestions;
import java.util.List;

/**
 * The first operand of a command that does several things.
 *
 * @param names what it may be
 */
record Actions(String command, List<String> names) {

    Actions(String command, String... names) {
        this(command, List.of(names));
    }

    /** As the help shows them. */
    String operand() {
        return String.join("|", names);
    }

    /** @throws WrongCallException when there is none, or one that is not known */
    String chosen(List<String> operands) {
        String action = operands.isEmpty() ? "" : operands.get(0);
        if (names.contains(action)) {
            return action;
        }
        String problem = action.isEmpty()
                ? "An action is needed, none was given."
                : "There is no action '" + action + "' of '" + command + "'" + Suggestions.didYouMean(action, names);
        throw new WrongCallException(problem + " Known: " + String.join(", ", names) + ".");
    }
}
