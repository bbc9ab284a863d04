package dev.headrace.testkit.records;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and what becomes of it in each type of column: written down value by value, not computed.
 *
 * @param json as it stands in a page
 * @param type what a new column becomes
 * @param stored by type of the column; a type that is missing does not take the value
 */
record Sample(String json, String type, Map<String, String> stored) {

    private static final String NONE = "-";
    private static final List<String> TYPES = List.of("text", "bigint", "double", "bool", "timestamp", "wei");

    /** Null, which makes no column. */
    static final Sample NULL = new Sample("null", "", Map.of());

    private static final String TABLE = """
            1                      | bigint | 1 | 1 | 1.0 | true | 1970-01-01T00:00:01Z | 1
            0                      | bigint | 0 | 0 | 0.0 | false | 1970-01-01T00:00:00Z | 0
            -7                     | bigint | -7 | -7 | -7.0 | true | 1969-12-31T23:59:53Z | -7
            9223372036854775807    | bigint | 9223372036854775807 | 9223372036854775807 | 9.223372036854776E18 | true | - | 9223372036854775807
            -9223372036854775808   | bigint | -9223372036854775808 | -9223372036854775808 | -9.223372036854776E18 | true | - | -9223372036854775808
            9223372036854775808    | wei | 9223372036854775808 | - | 9.223372036854776E18 | true | - | 9223372036854775808
            250000000000000000000000000000000000000000000 | text | 250000000000000000000000000000000000000000000 | - | 2.5E44 | true | - | -
            1.5                    | double | 1.5 | - | 1.5 | true | 1970-01-01T00:00:01.500Z | 1.5
            -0.25                  | double | -0.25 | - | -0.25 | true | 1969-12-31T23:59:59.750Z | -0.25
            1e3                    | double | 1000.0 | 1000 | 1000.0 | true | 1970-01-01T00:16:40Z | 1000
            0.0                    | double | 0.0 | 0 | 0.0 | false | 1970-01-01T00:00:00Z | 0
            1E400                  | double | inf | - | Infinity | true | - | -
            true                   | bool | True | - | - | true | - | -
            false                  | bool | False | - | - | false | - | -
            "foo"                  | text | foo | - | - | - | - | -
            ""                     | text | | - | - | - | - | -
            " 9 "                  | text | 9 | 9 | 9.0 | - | 1970-01-01T00:00:09Z | 9
            "5"                    | text | 5 | 5 | 5.0 | - | 1970-01-01T00:00:05Z | 5
            "1"                    | text | 1 | 1 | 1.0 | true | 1970-01-01T00:00:01Z | 1
            "1.5"                  | text | 1.5 | - | 1.5 | - | 1970-01-01T00:00:01.500Z | 1.5
            "1e3"                  | text | 1e3 | - | 1000.0 | - | 1970-01-01T00:16:40Z | 1000
            "1_000"                | text | 1_000 | 1000 | 1000.0 | - | 1970-01-01T00:16:40Z | 1000
            "0x1F"                 | text | 0x1F | 31 | 31.0 | - | - | 31
            "nan"                  | text | nan | - | - | - | - | -
            "NaN"                  | text | NaN | - | - | - | - | -
            "inf"                  | text | inf | - | - | - | - | -
            "-Infinity"            | text | -Infinity | - | - | - | - | -
            "yes"                  | text | yes | - | - | true | - | -
            "No"                   | text | No | - | - | false | - | -
            "on"                   | text | on | - | - | - | - | -
            "Zürich 🚀 名前"        | text | Zürich 🚀 名前 | - | - | - | - | -
            "\\ud83d\\ude80\\u00e9" | text | 🚀é | - | - | - | - | -
            "2024-01-15"           | text | 2024-01-15 | - | - | - | 2024-01-15T00:00:00Z | -
            "1705312800"           | text | 1705312800 | 1705312800 | 1.7053128E9 | - | 2024-01-15T10:00:00Z | 1705312800
            "1705312800000"        | text | 1705312800000 | 1705312800000 | 1.7053128E12 | - | - | 1705312800000
            "2024-01-15T10:00:00 UTC" | text | 2024-01-15T10:00:00 UTC | - | - | - | - | -
            "2024-01-15T24:00:00Z" | text | 2024-01-15T24:00:00Z | - | - | - | - | -
            "2024-01-15T10:00:00Z" | timestamp | 2024-01-15T10:00:00Z | - | - | - | 2024-01-15T10:00:00Z | -
            "2024-01-15 10:00"     | timestamp | 2024-01-15 10:00 | - | - | - | 2024-01-15T10:00:00Z | -
            "2024-01-15T10:00:00+02:00" | timestamp | 2024-01-15T10:00:00+02:00 | - | - | - | 2024-01-15T08:00:00Z | -
            "2024-01-15T10:00:00.123456789Z" | timestamp | 2024-01-15T10:00:00.123456789Z | - | - | - | 2024-01-15T10:00:00.123456Z | -
            "20240115T100000Z"     | timestamp | 20240115T100000Z | - | - | - | 2024-01-15T10:00:00Z | -
            "2024-W03-1T10:00:00Z" | timestamp | 2024-W03-1T10:00:00Z | - | - | - | 2024-01-15T10:00:00Z | -
            "2024-366T10:00:00Z"   | timestamp | 2024-366T10:00:00Z | - | - | - | 2024-12-31T10:00:00Z | -
            """;

    /** A value of every kind that pages hold. */
    static final List<Sample> ALL = TABLE.lines().map(Sample::of).toList();

    private static Sample of(String line) {
        String[] cells = line.split("\\|", -1);
        String json = cells[0].strip();
        Map<String, String> stored = new TreeMap<>();
        for (int i = 0; i < TYPES.size(); i++) {
            String cell = cells[i + 2].strip();
            if (!cell.equals(NONE)) {
                stored.put(TYPES.get(i), json.equals("\" 9 \"") && i == 0 ? " 9 " : cell);
            }
        }
        return new Sample(json, cells[1].strip(), stored);
    }

    /** What a variant for the value is named after. */
    String kind() {
        return json.startsWith("\"") ? "text" : type;
    }

    /** What a column of that type stores; null when the value belongs into a variant. */
    @Nullable
    String in(String columnType) {
        return stored.get(columnType);
    }
}
