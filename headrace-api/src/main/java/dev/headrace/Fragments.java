package dev.headrace;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what is left of a secret where a text was cut in the middle of it, in any letter case. Safe for any number of threads. */
final class Fragments {

    /** Long enough not to be met by chance. */
    private static final int LENGTH = 12;

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    void learn(String written) {
        String spelling = LetterCase.folded(written);
        for (int i = 0; i + LENGTH < spelling.length(); i++) {
            known.add(spelling.substring(i, i + LENGTH));
        }
        if (spelling.length() > LENGTH) {
            known.add(spelling.substring(spelling.length() - LENGTH));
        }
    }

    /** The text with a mask in place of every stretch that is part of a secret. */
    String masked(String text, String mask) {
        if (known.isEmpty()) {
            return text;
        }
        String folded = LetterCase.folded(text);
        StringBuilder out = null;
        int done = 0;
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            if (known.contains(folded.substring(i, i + LENGTH))) {
                int end = end(folded, i);
                out = out == null ? new StringBuilder() : out;
                out.append(text, done, i).append(mask);
                done = end;
                i = end - 1;
            }
        }
        return out == null ? text : out.append(text, done, text.length()).toString();
    }

    private int end(String text, int start) {
        int at = start;
        while (at + LENGTH < text.length() && known.contains(text.substring(at + 1, at + 1 + LENGTH))) {
            at++;
        }
        return at + LENGTH;
    }
}
