package dev.headrace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Replaces known secret values by {@code ***}, in plain and in percent-encoded spelling. One instance belongs to one run;
 * secrets may be added at any time (a token that was just issued). Safe for any number of threads.
 *
 * <p>Values shorter than {@value #SHORTEST} characters are not searched for: replacing every {@code "a"} would make
 * messages unreadable and would reveal the secret all the same.
 */
public final class Redactor {

    private static final int SHORTEST = 4;
    private static final String MASK = "***";

    /** Longest first, so that a secret that contains another is replaced whole. */
    private final Collection<String> spellings = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Makes {@code secret} known; from now on {@link #redact} hides it. */
    public Secret learn(Secret secret) {
        String value = secret.reveal();
        if (value.length() >= SHORTEST) {
            spellings.add(value);
            String formEncoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            spellings.add(formEncoded);
            spellings.add(formEncoded.replace("+", "%20"));
        }
        return secret;
    }

    /** Returns {@code text} without any of the known secrets. */
    public String redact(String text) {
        String result = text;
        for (String spelling : spellings) {
            result = result.replace(spelling, MASK);
        }
        return result;
    }
}
