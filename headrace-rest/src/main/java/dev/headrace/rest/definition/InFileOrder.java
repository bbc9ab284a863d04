package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings problems into the order of the file that they were found in, and tells none twice. */
final class InFileOrder {

    private static final Pattern PLACE = Pattern.compile("[^\\n]*?:(\\d+):(\\d+)[: ]");

    private InFileOrder() {}

    static ConfigException of(ConfigException found) {
        List<String> problems = new ArrayList<>(new LinkedHashSet<>(found.problems()));
        problems.sort(Comparator.comparingLong(InFileOrder::place));
        return new ConfigException(problems);
    }

    /** Line and column as one number; what has no place comes first. */
    private static long place(String problem) {
        Matcher matcher = PLACE.matcher(problem);
        if (!matcher.lookingAt()
                || matcher.group(1).length() > 9
                || matcher.group(2).length() > 9) {
            return 0;
        }
        return Long.parseLong(matcher.group(1)) << Integer.SIZE | Long.parseLong(matcher.group(2));
    }
}
