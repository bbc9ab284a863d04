package dev.headrace.config.tree;

import java.util.regex.Pattern;

/** Tells from a name whether its value is likely to be secret, and hides such values in lines of source. */
final class SecretNames {

    private static final String WORDS =
            "api[_-]?key|apikey|token|secret|passw|pwd|authorization|credential|bearer|private[_-]?key|cookie";
    private static final Pattern NAME = Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE);

    /** A name with such a word, a separator or opening bracket, and what follows up to the end of the line. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("((?:" + WORDS + ")[\\w.\\-]*[\"']?\\s*[:=(]\\s*)(\\S.*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s@]+@");

    private SecretNames() {}

    static boolean looksSecret(String name) {
        return NAME.matcher(name).find();
    }

    /** The line without what may be a secret. */
    static String mask(String line) {
        String shown = ASSIGNMENT.matcher(line).replaceAll("$1***");
        return USER_INFO.matcher(shown).replaceAll("://***@");
    }
}
