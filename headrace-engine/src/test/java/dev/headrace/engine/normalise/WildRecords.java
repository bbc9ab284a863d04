package dev.headrace.engine.normalise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** Makes records such as nobody would send, and everybody does some day: the same ones for the same seed. */
final class WildRecords {

    /** Keys that are spelled oddly, or that lead to the same column as another one. */
    private static final List<String> KEYS = List.of(
            "a",
            "b",
            "A",
            "camelCase",
            "camel_case",
            "a__b",
            "tags",
            "_",
            "__",
            "",
            "value",
            "list",
            "Small Love Potion",
            "HTTPResponseCode",
            "userIDs",
            "a.b.c",
            "@odata.type",
            "$id",
            "_id",
            "__typename",
            "a___b",
            "trailing_",
            "trailing__",
            "-1",
            "+1",
            "1st",
            "2FA",
            "Ünïcode",
            "naïve café",
            "日本語",
            "🦚Peacock",
            "C++",
            "C#",
            "(paren)",
            "foo - bar",
            "new\nline",
            "it's",
            "say \"hi\"",
            "back\\slash",
            "price$",
            "percent%",
            "key:value",
            "a|b",
            "event-.!:*<>value",
            "x",
            "y",
            "z",
            "created_at",
            "createdAt",
            "id");

    private static final int NESTING_KEYS = 9;
    private static final int INNER_KEYS = 8;

    private final Random random;
    private int number;

    WildRecords(long seed) {
        random = new Random(seed);
    }

    /** A record: a map from keys to samples, maps and lists; now and then a sample or a list. */
    Object next() {
        if (random.nextInt(60) == 0) {
            return random.nextBoolean() ? sample() : list(1);
        }
        Map<String, Object> record = object(0);
        record.put("n", new Sample(String.valueOf(++number), "bigint", Map.of("bigint", String.valueOf(number))));
        return record;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        int members = random.nextInt(depth == 0 ? 9 : 4);
        for (int i = 0; i < members; i++) {
            int key = random.nextInt(depth == 0 ? KEYS.size() : INNER_KEYS);
            object.put(KEYS.get(key), key < NESTING_KEYS ? value(depth) : sample());
        }
        return object;
    }

    private Object value(int depth) {
        int kind = random.nextInt(7);
        if (depth >= 3 || kind < 4) {
            return sample();
        }
        return kind < 6 ? object(depth + 1) : list(depth + 1);
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }

    private Sample sample() {
        return random.nextInt(9) == 0 ? Sample.NULL : Sample.ALL.get(random.nextInt(Sample.ALL.size()));
    }

    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner text = new StringJoiner(",", "{", "}");
            map.forEach((key, member) -> text.add(JsonText.quoted((String) key) + ": " + json(member)));
            return text.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner text = new StringJoiner(",", "[", "]");
            list.forEach(element -> text.add(json(element)));
            return text.toString();
        }
        return ((Sample) value).json();
    }
}
