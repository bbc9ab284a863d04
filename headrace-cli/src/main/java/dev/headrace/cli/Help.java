package dev.headrace.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** What {@code --help} prints. */
final class Help {

    private static final int WIDTH = 100;
    private static final int GAP = 2;

    private final List<String> lines = new ArrayList<>();

    private Help() {}

    /** The help of the program: its commands. */
    static Help ofProgram(List<Command> commands) {
        Help help = new Help();
        help.lines.add("Headrace loads REST APIs into databases from one declarative file.");
        help.lines.add("");
        help.lines.add("Usage: headrace COMMAND [OPTIONS]");
        help.lines.add("");
        help.table(commands.stream()
                .map(c -> List.of((c.name() + " " + c.operand()).strip(), c.description()))
                .toList());
        help.lines.add("");
        help.table(List.of(
                List.of("COMMAND --help", "Show the options of a command."),
                List.of("--version", "Show the version.")));
        help.lines.add("");
        help.lines.add("Start with:  headrace demo");
        help.lines.add("Exit codes:  0 done, 1 failed, 2 the configuration or the call is wrong,");
        help.lines.add("             3 loaded but something was skipped, 130 interrupted");
        return help;
    }

    /** The help of one command: its options. */
    static Help of(Command command) {
        Help help = new Help();
        help.lines.addAll(wrap(command.description(), WIDTH));
        help.lines.add("");
        help.lines.add("Usage: headrace " + (command.name() + " " + command.operand()).strip()
                + (command.options().all().isEmpty() ? "" : " [OPTIONS]"));
        help.lines.add("");
        help.table(command.options().all().stream().map(Help::row).toList());
        return help;
    }

    void print(PrintStream out) {
        lines.forEach(out::println);
    }

    private static List<String> row(Option option) {
        String value = option.hasArg() ? " " + option.getArgName() : "";
        return List.of("--" + option.getLongOpt() + value, option.getDescription());
    }

    private void table(List<List<String>> rows) {
        int first = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0) + GAP;
        for (List<String> row : rows) {
            String name = row.get(0);
            for (String part : wrap(row.get(1), WIDTH - first - GAP)) {
                lines.add(" ".repeat(GAP) + name + " ".repeat(first - name.length()) + part);
                name = "";
            }
        }
    }

    private static List<String> wrap(String text, int width) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }
}
