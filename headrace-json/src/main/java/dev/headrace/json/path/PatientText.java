package dev.headrace.json.path;

import java.util.regex.Pattern;

/** Text that is looked for a pattern in, and only so often looked at: some patterns try out more ways than anybody can await. */
final class PatientText implements CharSequence {
    private static final long LEAST = 1_000_000;
    private static final int PER_CHARACTER = 100;

    private final String text;
    private long left;

    private PatientText(String text) {
        this.text = text;
        this.left = LEAST + (long) PER_CHARACTER * text.length();
    }

    /** Whether the text contains a match of the pattern. */
    static boolean contains(String text, Pattern pattern) {
        try {
            return pattern.matcher(new PatientText(text)).find();
        } catch (StackOverflowError e) {
            throw tooMuch(pattern, "nests too deeply in");
        } catch (OutOfPatience e) {
            throw tooMuch(pattern, "tries out too many ways to match");
        }
    }

    private static JsonPathLimitException tooMuch(Pattern pattern, String what) {
        return new JsonPathLimitException("The regular expression '" + pattern + "' " + what
                + " a text; write it without repetitions inside of repetitions, such as (a+)+ or (a|b)*");
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new OutOfPatience();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfPatience() {
            super(null, null, false, false);
        }
    }
}
