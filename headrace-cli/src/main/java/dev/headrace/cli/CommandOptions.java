package dev.headrace.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options of one command, in the order in which its help lists them. */
final class CommandOptions {

    private final Map<String, Option> byName = new LinkedHashMap<>();

    /** An option that takes a value; {@code value} names it in the help. */
    CommandOptions value(String name, String value, String description) {
        byName.put(
                name,
                Option.builder()
                        .longOpt(name)
                        .hasArg()
                        .argName(value)
                        .desc(description)
                        .get());
        return this;
    }

    /** An option that is there or not. */
    CommandOptions flag(String name, String description) {
        byName.put(name, Option.builder().longOpt(name).desc(description).get());
        return this;
    }

    CommandOptions addAll(CommandOptions others) {
        byName.putAll(others.byName);
        return this;
    }

    List<Option> all() {
        return List.copyOf(byName.values());
    }

    Options forParser() {
        Options options = new Options();
        byName.values().forEach(options::addOption);
        return options.addOption("h", "help", false, "Show this help.");
    }

    /** The long names, as they are written. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        byName.keySet().forEach(name -> names.add("--" + name));
        names.add("--help");
        return names;
    }

    static Optional<String> text(CommandLine parsed, String name) {
        return Optional.ofNullable(parsed.getOptionValue(name));
    }

    /** All values of an option that may be repeated. */
    static List<String> texts(CommandLine parsed, String name) {
        String[] values = parsed.getOptionValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /**
     * A whole number.
     *
     * @throws WrongCallException when the value is none
     */
    static Optional<Integer> integer(CommandLine parsed, String name) {
        return text(parsed, name).map(value -> {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                throw new WrongCallException("--" + name + " takes a whole number, not '" + value + "'.");
            }
        });
    }

    /**
     * {@code true} or {@code false}.
     *
     * @throws WrongCallException when the value is neither
     */
    static Optional<Boolean> truth(CommandLine parsed, String name) {
        return text(parsed, name).map(value -> {
            if (!value.equals("true") && !value.equals("false")) {
                throw new WrongCallException("--" + name + " takes true or false, not '" + value + "'.");
            }
            return Boolean.valueOf(value);
        });
    }
}
