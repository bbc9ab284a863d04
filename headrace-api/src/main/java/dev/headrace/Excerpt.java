package dev.headrace;

/**
 * What is shown of a text of any length. Where the text may hold secrets they are hidden first: what a cut leaves of one
 * is hardly found.
 */
public final class Excerpt {

    private Excerpt() {}

    /**
     * The text, or its beginning and an ellipsis.
     *
     * @param most how many characters (UTF-16 units) may be shown, at least 1; one less where a pair would be cut in two
     */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /** The same with a space in place of each line break, run of white space or control characters; none at the ends. */
    public static String line(String text, int most) {
        return of(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), most);
    }
}
