package dev.headrace.bench.measure;

import java.util.Locale;

/**
 * A drawing in the making, element by element. Nothing is painted behind it, and its colours can be told from white and from
 * black.
 */
final class Svg {

    private static final String INK = "#767676";

    private final StringBuilder elements = new StringBuilder();

    /** @param place the edge of the text that {@code anchor} names, and its base line */
    void text(double x, double y, String anchor, String style, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, y, anchor, style, escaped(text));
    }

    /** A bar that begins at {@code x}; one can see through it. */
    void bar(String kind, double x, double y, double width, double height) {
        add("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\"/>", kind, x, y, width, height);
    }

    void dot(String kind, double x, double y) {
        add("<circle class=\"%s\" cx=\"%.2f\" cy=\"%.1f\" r=\"2.5\"/>", kind, x, y);
    }

    /** A line from top to bottom. */
    void upright(double x, double top, double bottom) {
        add("<path d=\"M%.1f %.1fV%.1f\"/>", x, top, bottom);
    }

    private void add(String element, Object... values) {
        elements.append(String.format(Locale.ROOT, element, values)).append('\n');
    }

    /** The whole document. */
    String document(double width, double height, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$.0f %2$.0f" width="%1$.0f" height="%2$.0f" role="img">
                <title>%3$s</title>
                <style>
                text { font: 13px system-ui, sans-serif; fill: %4$s }
                path { stroke: %4$s; stroke-opacity: .3 }
                rect { fill-opacity: .45 }
                .wall { fill: #2f81f7 }
                .cpu { fill: #d9822b }
                .memory { fill: #2da05a }
                </style>
                %5$s</svg>
                """.formatted(width, height, escaped(title), INK, elements);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
