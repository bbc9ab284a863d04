package dev.headrace.config.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a call, unread.
 *
 * @param positional indexes of the first tokens of arguments without name
 * @param named for each name, the index of the first token of its value
 */
record CallArguments(List<Integer> positional, Map<String, Integer> named) {

    /** @param open index of the opening bracket */
    static CallArguments of(Program program, int open) {
        List<Integer> positional = new ArrayList<>();
        Map<String, Integer> named = new LinkedHashMap<>();
        int end = program.afterBracket(open) - 1;
        int i = open + 1;
        while (i < end) {
            boolean keyword = program.token(i + 1).is("=");
            if (keyword) {
                named.put(program.token(i).text(), i + 2);
            } else {
                positional.add(i);
            }
            while (i < end && !program.token(i).is(",")) {
                i = program.afterBracket(i);
            }
            i++;
        }
        return new CallArguments(positional, named);
    }

    /** The first argument, whether it has this name or none. */
    Optional<Integer> first(String name) {
        return positional.isEmpty() ? Optional.ofNullable(named.get(name)) : Optional.of(positional.get(0));
    }
}
