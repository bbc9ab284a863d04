package dev.headrace.testkit.records;

import dev.headrace.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Makes records such as nobody would send, and everybody does some day: the same ones for the same seed. */
public final class WildRecords {

    /** Keys that are spelled oddly, or that lead to the same column as another one. */
    private static final List<String> KEYS = List.of(
            "a",
            "b",
            "A",
            "a__b",
            "_",
            "camelCase",
            "camel_case",
            "tags",
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
    private static final int INNER_KEYS = 4;

    private final Random random;
    private int number;

    /** The records of a seed. */
    public WildRecords(long seed) {
        random = new Random(seed);
    }

    /** The next so many records, in pages of up to 200: each a map from keys to values, now and then a value or a list. */
    public List<List<Object>> pages(int records) {
        List<List<Object>> pages = new ArrayList<>();
        for (int missing = records; missing > 0; ) {
            int size = Math.min(missing, 1 + random.nextInt(200));
            pages.add(Stream.generate(this::next).limit(size).toList());
            missing -= size;
        }
        return pages;
    }

    private Object next() {
        if (random.nextInt(60) == 0) {
            return random.nextBoolean() ? sample() : list(1);
        }
        Map<String, Object> record = object(0);
        if (random.nextInt(40) == 0) {
            addLongName(record);
        }
        record.put("n", new Sample(String.valueOf(++number), "bigint", Map.of("bigint", String.valueOf(number))));
        return record;
    }

    private void addLongName(Map<String, Object> record) {
        switch (random.nextInt(4)) {
            case 0 -> record.put(LongNames.LONG_KEY, sample());
            case 1 -> record.put(LongNames.LONG_KEY, Map.of(random.nextBoolean() ? "a" : "b", sample()));
            case 2 -> record.put(LongNames.ODD_KEY, sample());
            default -> record.put(random.nextBoolean() ? LongNames.LONG_KEY : LongNames.ODD_KEY, samples());
        }
    }

    private List<Object> samples() {
        return Stream.<Object>generate(this::sample).limit(random.nextInt(4)).toList();
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

    /** The JSON text of a record or of a page of them. */
    public static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner text = new StringJoiner(",", "{", "}");
            map.forEach((key, member) -> text.add(JsonText.write(key) + ": " + json(member)));
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
