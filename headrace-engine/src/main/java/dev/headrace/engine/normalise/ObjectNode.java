package dev.headrace.engine.normalise;

import dev.headrace.json.JsonKey;
import dev.headrace.json.JsonKeyTable;
import dev.headrace.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that were seen in the objects at one place of a table's rows. */
final class ObjectNode {

    /** More are data rather than names, and each takes room until the end of the run. */
    private static final int MOST_KEYS = 200_000;

    /** The path of the object within its row, before shortening; null for the row itself. */
    final @Nullable String path;

    /** The key of the object with the keys around it, as the data has them; empty for the row itself. */
    final String rawPath;

    /** So many objects are read without a guess where the one before them had mostly other keys than expected. */
    private static final int UNORDERED = 100;

    /** The field that came first last time. */
    @Nullable
    Field first;

    /** Objects to come whose keys are looked up at once. */
    private int unordered;

    private final Names names;
    private final Map<String, Field> byName = new HashMap<>();

    /** As they are spelled; their numbers are places in {@link #fields}. */
    private final JsonKeyTable keys = new JsonKeyTable();

    private final List<Field> fields = new ArrayList<>();

    ObjectNode(@Nullable String path, String rawPath, Names names) {
        this.path = path;
        this.rawPath = rawPath;
        this.names = names;
    }

    /** Whether the keys of the object that begins now are expected in the order of the last one. */
    boolean expectsOrder() {
        if (unordered == 0) {
            return true;
        }
        unordered--;
        return false;
    }

    /** Takes note of an object whose keys were expected, and of how many came otherwise. */
    void expected(int keys, int otherwise) {
        if (2 * otherwise > keys) {
            unordered = UNORDERED;
        }
    }

    /** The field whose key stands between the indices; comes into being if it is new. */
    Field find(byte[] bytes, JsonScanner scanner) {
        int start = scanner.keyStart();
        int end = scanner.keyEnd();
        int number = keys.find(bytes, start, end);
        return number == JsonKeyTable.NONE ? added(bytes, scanner, start, end) : fields.get(number);
    }

    private Field added(byte[] bytes, JsonScanner scanner, int start, int end) {
        requireFew(fields.size(), rawPath);
        Field field = named(Keys.text(bytes, scanner), JsonKey.ofSource(bytes, start, end));
        keys.add(bytes, start, end);
        fields.add(field);
        return field;
    }

    /** Fails when there are so many keys that they must be data. */
    static void requireFew(int keys, String rawPath) {
        if (keys >= MOST_KEYS) {
            throw Failures.tooManyKeys(MOST_KEYS, rawPath);
        }
    }

    /** The field of that name, as if it had been read. */
    Field named(String rawName) {
        byte[] spelled = JsonText.quoted(rawName).getBytes(StandardCharsets.UTF_8);
        return named(rawName, JsonKey.ofSource(spelled, 1, spelled.length - 1));
    }

    /** Lets go of columns and tables that were taken back. */
    void forget(Forgotten gone) {
        byName.values().forEach(field -> field.forget(gone));
    }

    private Field named(String rawName, JsonKey key) {
        Field known = byName.get(rawName);
        if (known != null) {
            return known;
        }
        String ownPath = names.path(rawName);
        String rawKey = rawPath.isEmpty() ? rawName : rawPath + '.' + rawName;
        Field field = new Field(key, rawKey, names.join(path, ownPath), names.concatenate(path, ownPath));
        byName.put(rawName, field);
        return field;
    }
}
