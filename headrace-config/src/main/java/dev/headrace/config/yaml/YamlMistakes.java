package dev.headrace.config.yaml;

import dev.headrace.ConfigException;
import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what is wrong with a YAML text. */
final class YamlMistakes {

    /** Words of the parser, and what they mean to the person who wrote the file. */
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put(
                "mapping values are not allowed here",
                "a ':' is not possible here; put a text that holds ': ' in quotes, or check the indentation");
        MEANINGS.put("could not find expected ':'", "a ':' is missing after this key");
        MEANINGS.put(
                "found unexpected end of stream",
                "a quoted text is not closed before the end of the file; add the quote");
        MEANINGS.put(
                "expected ',' or ']'",
                "the list opened with '[' is not closed, or a ',' is missing between its elements");
        MEANINGS.put(
                "expected ',' or '}'",
                "the object opened with '{' is not closed, or a ',' is missing between its entries");
        MEANINGS.put(
                "expected <block end>",
                "this does not fit what is above it; check that it is indented like its neighbours");
        MEANINGS.put("expected the node content", "a value is missing here, or a bracket is not balanced");
        MEANINGS.put("that cannot start any token", "a value cannot start with this character; put the text in quotes");
        MEANINGS.put(
                "found unknown escape character",
                "this escape is unknown; in double quotes write \\\\ for a backslash");
        MEANINGS.put("sequence entries are not allowed here", "a list cannot start here; put it on a line of its own");
        MEANINGS.put("block sequence entries are not allowed", "a list cannot start here; put it on a line of its own");
        MEANINGS.put("expected '<document start>'", "this is outside of the document; check the brackets before it");
    }

    private YamlMistakes() {}

    static ConfigException explain(SourceText source, MarkedYamlEngineException mistake) {
        int line = mistake.getProblemMark().map(Mark::getLine).orElse(0) + 1;
        int column = mistake.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
        return tabBefore(source, line).orElseGet(() -> source.error(source.place(line, column), meaning(mistake)));
    }

    private static String meaning(MarkedYamlEngineException mistake) {
        String problem = String.valueOf(mistake.getProblem());
        String meaning = MEANINGS.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(problem.strip());
        return "cannot read this as YAML: " + meaning + opened(mistake);
    }

    private static String opened(MarkedYamlEngineException mistake) {
        boolean useful = String.valueOf(mistake.getContext()).contains("flow")
                || String.valueOf(mistake.getContext()).contains("quoted");
        return mistake.getContextMark()
                .filter(mark -> useful)
                .map(mark -> " (it starts at " + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ")")
                .orElse("");
    }

    /** The parser speaks of tabs only sometimes; a tab in the indentation before the failure is nearly always its cause. */
    private static Optional<ConfigException> tabBefore(SourceText source, int lastLine) {
        String[] lines = source.text().split("\n", lastLine + 1);
        for (int i = 0; i < Math.min(lastLine, lines.length); i++) {
            int tab = lines[i].indexOf('\t');
            if (tab >= 0 && lines[i].substring(0, tab).isBlank() && !lines[i].isBlank()) {
                Place place = source.place(i + 1, tab + 1);
                return Optional.of(new ConfigException(place + ": tab at " + place.position()
                        + "; YAML wants spaces. Replace every tab in the indentation by spaces"));
            }
        }
        return Optional.empty();
    }
}
