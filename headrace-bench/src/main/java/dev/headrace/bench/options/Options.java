package dev.headrace.bench.options;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options written {@code --name value}. Names that a program does not know are refused. */
public record Options(Map<String, String> values) {

    public Options {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException when something is no known option, or has no value */
    public static Options parse(List<String> arguments, String... known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!option.startsWith("--") || !Arrays.asList(known).contains(option.substring(2))) {
                throw new IllegalArgumentException(
                        "There is no option '" + option + "'; there are --" + String.join(", --", known) + ".");
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("The option '" + option + "' needs a value.");
            }
            values.put(option.substring(2), arguments.get(i + 1));
        }
        return new Options(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Digits, which underscores may group. */
    public long number(String name, long absent) {
        String value = values.get(name);
        try {
            return value == null ? absent : Long.parseLong(value.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The option '--" + name + "' needs a number, not '" + value + "'.", e);
        }
    }

    public int integer(String name, int absent) {
        return Math.toIntExact(number(name, absent));
    }

    public boolean truth(String name, boolean absent) {
        return text(name).map(Boolean::parseBoolean).orElse(absent);
    }
}
