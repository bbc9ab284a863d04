package dev.headrace.rest.format;

import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import java.util.List;

/** Guesses the format of a text that could not be read in another one. */
final class FormatHint {

    private static final int LOOKED_AT = 256 * 1024;
    private static final String DELIMITERS = ",;\t|";

    private FormatHint() {}

    /** A sentence that names the setting; empty when the text looks like nothing that is known. */
    static String of(String text) {
        List<String> lines = text.substring(0, Math.min(text.length(), LOOKED_AT))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(3)
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.get(0).startsWith("<")) {
            return "It looks like XML: set 'response_format: xml'.";
        }
        if (lines.size() > 1 && isJson(lines.get(0)) && isJson(lines.get(1))) {
            return "It looks like JSON Lines: set 'response_format: jsonl'.";
        }
        return lines.size() > 1 ? ofColumns(lines.get(0), lines.get(1)) : "";
    }

    private static boolean isJson(String line) {
        if (!line.startsWith("{") && !line.startsWith("[")) {
            return false;
        }
        try {
            JsonTree.parse(line);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    private static String ofColumns(String first, String second) {
        if (first.startsWith("{") || first.startsWith("[")) {
            return "";
        }
        for (char delimiter : DELIMITERS.toCharArray()) {
            long columns = first.chars().filter(c -> c == delimiter).count();
            if (columns > 0
                    && columns == second.chars().filter(c -> c == delimiter).count()) {
                String option = delimiter == '\t' ? "\\t" : String.valueOf(delimiter);
                return "It looks like CSV: set 'response_format: "
                        + (delimiter == ',' ? "csv" : "{type: csv, delimiter: \"" + option + "\"}") + "'.";
            }
        }
        return "";
    }
}
