package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.engine.normalise.RawValue.RawList;
import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.json.JsonScanner;
import dev.headrace.schema.SystemColumns;
import dev.headrace.source.JsonSlice;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON text, in UTF-8, that derived row ids are hashes of: compact, keys sorted, numbers as orjson writes them. Used by one thread.
 */
final class HashText {

    /** Of a longer text the memory is not kept. */
    private static final int KEPT = 1 << 20;

    private ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final JsonScanner scanner = new JsonScanner();

    /** The text of a whole record: keys of the layout do not count. */
    byte[] ofRow(RawObject record) {
        SortedMap<String, RawValue> members = new TreeMap<>(record.members());
        members.keySet().removeIf(key -> key.startsWith(SystemColumns.PREFIX));
        return ofObject(members);
    }

    /** The text of an object with these members. */
    byte[] ofObject(SortedMap<String, RawValue> members) {
        text.reset();
        writeMembers(members);
        byte[] json = text.toByteArray();
        if (json.length > KEPT) {
            text = new ByteArrayOutputStream();
        }
        return json;
    }

    private void write(RawValue value) {
        if (value instanceof RawObject object) {
            writeMembers(new TreeMap<>(object.members()));
        } else if (value instanceof RawList list) {
            writeElements(list);
        } else {
            writeScalar(value.source());
        }
    }

    private void writeMembers(SortedMap<String, RawValue> members) {
        char separator = '{';
        for (Map.Entry<String, RawValue> member : members.entrySet()) {
            text.write(separator);
            write(JsonText.quoted(member.getKey()));
            text.write(':');
            write(member.getValue());
            separator = ',';
        }
        write(members.isEmpty() ? "{}" : "}");
    }

    private void writeElements(RawList list) {
        char separator = '[';
        for (RawValue element : list.elements()) {
            text.write(separator);
            write(element);
            separator = ',';
        }
        write(list.elements().isEmpty() ? "[]" : "]");
    }

    private void writeScalar(JsonSlice source) {
        scanner.reset(source.bytes(), source.start(), source.end());
        int kind = scanner.peekValue();
        if (kind == JsonScanner.STRING) {
            scanner.readString();
            if (scanner.stringHasEscapes()) { // there are other ways to write those
                write(JsonText.quoted(Keys.string(source.bytes(), scanner)));
                return;
            }
        } else if (kind == JsonScanner.NUMBER) {
            scanner.readNumber();
            if (!scanner.numberIsIntegral()) {
                write(dev.headrace.json.JsonText.write(scanner.doubleValue()));
                return;
            }
        }
        text.write(source.bytes(), source.start(), source.end() - source.start());
    }

    private void write(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        text.write(bytes, 0, bytes.length);
    }
}
