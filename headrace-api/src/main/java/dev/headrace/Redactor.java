package dev.headrace;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Replaces known secret values by {@code ***}, in plain spelling and as they are written in URLs, JSON, HTML and Base64;
 * those of {@value #ANY_CASE} characters and more also in other letter case, as a server may echo them. Of a
 * value of several lines, such as a private key, each line is hidden too, and of a long value what a cut left of it. One instance belongs to one run;
 * secrets may be added at any time (a token that was just issued). Safe for any number of threads.
 *
 * <p>Values shorter than {@value #SHORTEST} characters are not searched for: replacing every {@code "a"} would make
 * messages unreadable and would reveal the secret all the same.
 */
public final class Redactor {

    private static final int SHORTEST = 4;
    private static final int ANY_CASE = 8;
    private static final int SHORTEST_LINE = 16;
    private static final String MASK = "***";

    /** Longest first, so that a secret that contains another is replaced whole. */
    private final Collection<String> spellings = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final Fragments fragments = new Fragments();
    private final Set<Secret> learned = ConcurrentHashMap.newKeySet();

    /** Makes {@code secret} known; from now on {@link #redact} hides it. */
    public Secret learn(Secret secret) {
        String value = secret.reveal();
        if (value.length() >= SHORTEST && learned.add(secret)) {
            spellings.addAll(Spellings.of(value));
            List<String> lines = value.lines()
                    .filter(line -> !line.startsWith("-----"))
                    .filter(line -> line.length() >= SHORTEST_LINE || line.equals(value))
                    .toList();
            lines.forEach(line -> spellings.addAll(Spellings.of(line)));
            lines.forEach(line -> Spellings.of(line).forEach(fragments::learn));
        }
        return secret;
    }

    /** Whether any of the known secrets is in the text. */
    public boolean findsSecretIn(String text) {
        return !redact(text).equals(text);
    }

    /** Returns {@code text} without any of the known secrets. */
    public String redact(String text) {
        String result = text;
        String folded = LetterCase.folded(text);
        for (String spelling : spellings) {
            boolean anyCase = spelling.length() >= ANY_CASE;
            String hidden = anyCase
                    ? LetterCase.replaced(result, folded, LetterCase.folded(spelling), MASK)
                    : result.replace(spelling, MASK);
            if (!hidden.equals(result)) {
                result = hidden;
                folded = LetterCase.folded(result);
            }
        }
        return fragments.masked(result, MASK);
    }
}
