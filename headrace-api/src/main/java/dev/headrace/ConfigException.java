package dev.headrace;

import java.util.List;

/** The configuration, or the call, is wrong. Exit code 2 of the command line. */
public final class ConfigException extends HeadraceException {

    private final transient List<String> problems;

    public ConfigException(String problem) {
        this(List.of(problem));
    }

    /** @param problems every problem found, in the order of the file; empty only where a part is asked for whose problems are
     *     told elsewhere, see {@link dev.headrace.config.Problems#part} */
    public ConfigException(List<String> problems) {
        super(FailureKind.CONFIG, Phase.CONFIG, String.join("\n", problems), null);
        this.problems = List.copyOf(problems);
    }

    public ConfigException(String problem, Throwable cause) {
        super(FailureKind.CONFIG, Phase.CONFIG, problem, cause);
        this.problems = List.of(problem);
    }

    /** Every problem on its own, each with its place and a way out. */
    public List<String> problems() {
        return problems;
    }
}
