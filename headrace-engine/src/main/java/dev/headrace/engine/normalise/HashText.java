package dev.headrace.engine.normalise;

import dev.headrace.engine.normalise.RawValue.RawList;
import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.json.JsonScanner;
import dev.headrace.schema.SystemColumns;
import dev.headrace.source.JsonSlice;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The JSON text that derived row ids are hashes of: compact, keys sorted, numbers as orjson writes them. */
final class HashText {

    private HashText() {}

    /** The text of a whole record: keys of the layout do not count. */
    static String ofRow(RawObject record) {
        Map<String, String> members = new TreeMap<>();
        record.members().forEach((key, value) -> {
            if (!key.startsWith(SystemColumns.PREFIX)) {
                members.put(key, of(value));
            }
        });
        return object(members);
    }

    /** The text of a value. */
    static String of(RawValue value) {
        if (value instanceof RawObject object) {
            Map<String, String> members = new TreeMap<>();
            object.members().forEach((key, member) -> members.put(key, of(member)));
            return object(members);
        }
        if (value instanceof RawList list) {
            StringJoiner elements = new StringJoiner(",", "[", "]");
            list.elements().forEach(element -> elements.add(of(element)));
            return elements.toString();
        }
        return ofScalar(value.source());
    }

    /** The text of an object whose values are texts already. */
    static String object(Map<String, String> sorted) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        sorted.forEach((key, value) -> members.add(JsonText.quoted(key) + ':' + value));
        return members.toString();
    }

    private static String ofScalar(JsonSlice source) {
        JsonScanner scanner = new JsonScanner();
        scanner.reset(source.bytes(), source.start(), source.end());
        int kind = scanner.peekValue();
        if (kind == JsonScanner.STRING) {
            scanner.readString();
            return JsonText.quoted(Keys.string(source.bytes(), scanner));
        }
        if (kind == JsonScanner.NUMBER) {
            scanner.readNumber();
            return scanner.numberIsIntegral() ? source.text() : dev.headrace.json.JsonText.write(scanner.doubleValue());
        }
        return source.text();
    }
}
