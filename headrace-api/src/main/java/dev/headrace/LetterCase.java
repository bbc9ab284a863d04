package dev.headrace;

/** Looks for texts whatever their letter case is. */
final class LetterCase {

    private LetterCase() {}

    /** The text in small letters, character by character: every index stays the same. */
    static String folded(String text) {
        StringBuilder folded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = c < 'A' ? c : Character.toLowerCase(c);
            if (lower != c) {
                folded = folded == null ? new StringBuilder(text) : folded;
                folded.setCharAt(i, lower);
            }
        }
        return folded == null ? text : folded.toString();
    }

    /**
     * The text with a mask in each place where a folded text stands.
     *
     * @param folded the whole text, folded
     * @param wanted what is looked for, folded, not empty
     */
    static String replaced(String text, String folded, String wanted, String mask) {
        int at = folded.indexOf(wanted);
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            out.append(text, done, at).append(mask);
            done = at + wanted.length();
            at = folded.indexOf(wanted, done);
        }
        return out.append(text, done, text.length()).toString();
    }
}
