package dev.headrace.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of text under a heading, aligned in columns: the first column to the left, the others as told. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> toTheRight;

    /** @param headings a heading that begins with {@code >} aligns its column to the right */
    TextTable(String... headings) {
        toTheRight =
                java.util.Arrays.stream(headings).map(h -> h.startsWith(">")).toList();
        rows.add(java.util.Arrays.stream(headings)
                .map(h -> h.startsWith(">") ? h.substring(1) : h)
                .toList());
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, heading and rule included, without trailing blanks. */
    List<String> lines() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(toTheRight.size(), 0));
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(
                1, "-".repeat(widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1)));
        return lines;
    }

    private String line(List<String> row, List<Integer> widths) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths.get(i) - row.get(i).length());
            cells.add(toTheRight.get(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
