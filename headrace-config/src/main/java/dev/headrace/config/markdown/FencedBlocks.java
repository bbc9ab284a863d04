package dev.headrace.config.markdown;

import dev.headrace.config.tree.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds fenced code blocks as CommonMark has them (section 4.5), and, unlike it, at any indentation, since blocks in lists are
 * indented. A block that is not closed reaches to the end.
 */
public final class FencedBlocks {

    private static final Pattern OPENING = Pattern.compile("([ \\t]*)(`{3,}|~{3,})([^`]*)");

    private FencedBlocks() {}

    /** The blocks of a document, in its order. */
    public static List<FencedBlock> find(SourceText document) {
        List<FencedBlock> blocks = new ArrayList<>();
        String[] lines = document.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher opening = OPENING.matcher(stripEnd(lines[i]));
            if (opening.matches()) {
                int end = end(lines, i, opening.group(2));
                blocks.add(block(document, lines, i, end, opening));
                i = end;
            }
        }
        return List.copyOf(blocks);
    }

    /** The document with its blocks emptied; every line keeps its number. */
    public static String outside(SourceText document) {
        String[] lines = document.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher opening = OPENING.matcher(stripEnd(lines[i]));
            if (opening.matches()) {
                int end = end(lines, i, opening.group(2));
                for (; i <= end && i < lines.length; i++) {
                    lines[i] = "";
                }
            }
        }
        return String.join("\n", lines);
    }

    private static int end(String[] lines, int opening, String fence) {
        for (int i = opening + 1; i < lines.length; i++) {
            String line = lines[i].strip();
            boolean sameCharacter = line.chars().allMatch(c -> c == fence.charAt(0));
            if (sameCharacter && line.length() >= fence.length()) {
                return i;
            }
        }
        return lines.length;
    }

    private static FencedBlock block(SourceText document, String[] lines, int start, int end, Matcher opening) {
        int margin = opening.group(1).length();
        StringBuilder text = new StringBuilder("\n".repeat(start + 1));
        for (int i = start + 1; i < end; i++) {
            text.append(withoutMargin(lines[i], margin)).append('\n');
        }
        String info = opening.group(3).strip().toLowerCase(Locale.ROOT);
        String language = info.split("[\\s,{]", 2)[0];
        return new FencedBlock(language, start + 1, new SourceText(document.name(), text.toString(), margin));
    }

    private static String withoutMargin(String line, int margin) {
        int cut = 0;
        while (cut < margin && cut < line.length() && (line.charAt(cut) == ' ' || line.charAt(cut) == '\t')) {
            cut++;
        }
        return line.substring(cut);
    }

    private static String stripEnd(String line) {
        return line.stripTrailing();
    }
}
