package dev.headrace.rest.incremental;

import dev.headrace.json.JsonText;
import dev.headrace.json.hash.Shake128;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names a record of the parent in the state: by the values that the request for it uses. */
final class ParentKey {

    private static final int LONGEST = 40;
    private static final int DIGEST_BYTES = 15;

    private ParentKey() {}

    /**
     * The values as a JSON list, ordered by the expressions that they stand for; a hash of it where that is long.
     *
     * @param values by expression, such as {@code resources.posts.id}; empty for a resource without a parent
     */
    static String of(Map<String, @Nullable Object> values) {
        if (values.isEmpty()) {
            return "";
        }
        String text = JsonText.writeSorted(new ArrayList<>(new TreeMap<>(values).values()));
        if (text.length() <= LONGEST) {
            return text;
        }
        byte[] digest = Shake128.digest(text.getBytes(StandardCharsets.UTF_8), DIGEST_BYTES);
        return Base64.getEncoder().withoutPadding().encodeToString(digest);
    }
}
