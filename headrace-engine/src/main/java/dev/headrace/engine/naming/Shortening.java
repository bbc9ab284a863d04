package dev.headrace.engine.naming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.json.hash.Shake128;
import java.util.Base64;
import java.util.Locale;

/**
 * Keeps names within a destination's limit: the middle of a name that is too long is replaced by a tag of its hash, as in
 * dlt, so that two long names stay two.
 *
 * @param maxLength the longest name, in UTF-8 bytes
 */
record Shortening(int maxLength) {

    static final int TAG_LENGTH = 6;

    private static final int TAG_BYTES = 4;

    Shortening {
        if (maxLength < TAG_LENGTH) {
            throw new IllegalArgumentException("maxLength is " + maxLength + ", below " + TAG_LENGTH);
        }
    }

    /** {@code name} if it fits, else shortened with the tag of {@code original}. */
    String shorten(String name, String original) {
        if (fits(name)) {
            return name;
        }
        String tag = tag(original);
        int length = Math.min(maxLength, name.codePointCount(0, name.length()));
        String shortened = cut(name, tag, length);
        while (!fits(shortened)) {
            length--;
            shortened = cut(name, tag, length);
        }
        return shortened;
    }

    private boolean fits(String name) {
        return name.length() * 3L <= maxLength || name.getBytes(UTF_8).length <= maxLength;
    }

    private static String cut(String name, String tag, int length) {
        int kept = Math.max(0, length - TAG_LENGTH);
        int head = name.offsetByCodePoints(0, (kept + 1) / 2);
        int tail = name.offsetByCodePoints(name.length(), -(kept / 2));
        return name.substring(0, head) + tag + name.substring(tail);
    }

    static String tag(String original) {
        byte[] digest = Shake128.digest(original.getBytes(UTF_8), TAG_BYTES);
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(digest)
                .replace('/', 'a')
                .replace('+', 'b')
                .toLowerCase(Locale.ROOT);
    }
}
