package dev.headrace.engine.document;

import dev.headrace.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hashes by which dlt knows two documents for the same: SHA3-256 over the compact JSON with sorted keys, as base64. The
 * schema's hash goes on with the names of tables and of their columns, so that the order of columns counts.
 */
public final class VersionHash {

    private static final List<String> NOT_PART_OF_A_SCHEMA =
            List.of("version", "version_hash", "imported_version_hash", "previous_hashes");

    /** That of UTF-8 bytes, by which Python's writers sort; {@link String#compareTo} differs beyond the basic plane. */
    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(text -> text.codePoints().toArray(), Arrays::compare);

    private VersionHash() {}

    /** The hash of a schema document. */
    public static String ofSchema(Map<String, @Nullable Object> document) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>(document);
        NOT_PART_OF_A_SCHEMA.forEach(content::remove);
        MessageDigest digest = sha3();
        update(digest, JsonText.write(sorted(content)));
        PlainValues.object(document.get("tables")).ifPresent(tables -> updateNames(digest, tables));
        return base64(digest);
    }

    /** The hash of any other document: of exactly the content given. */
    public static String of(Map<String, @Nullable Object> content) {
        MessageDigest digest = sha3();
        update(digest, JsonText.write(sorted(content)));
        return base64(digest);
    }

    private static void updateNames(MessageDigest digest, Map<String, @Nullable Object> tables) {
        tables.keySet().stream().sorted(BY_CODE_POINT).forEach(name -> {
            update(digest, name);
            PlainValues.object(tables.get(name))
                    .flatMap(properties -> PlainValues.object(properties.get("columns")))
                    .ifPresent(columns -> columns.keySet().forEach(column -> update(digest, column)));
        });
    }

    /** A copy with the keys of every object in order. */
    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new TreeMap<>(BY_CODE_POINT);
            map.forEach((key, member) -> copy.put(String.valueOf(key), sorted(member)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return value;
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(MessageDigest digest) {
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest sha3() {
        try {
            return MessageDigest.getInstance("SHA3-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK since 9 has SHA3-256", e);
        }
    }
}
