package dev.headrace.engine.normalise;

import dev.headrace.json.JsonKey;
import dev.headrace.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** The field that came first last time. */
    @Nullable
    Field first;

    private final Names names;
    private final Map<String, Field> byName = new HashMap<>();
    private final List<byte[]> spellings = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private int[] slots = new int[16];

    ObjectNode(@Nullable String path, String rawPath, Names names) {
        this.path = path;
        this.rawPath = rawPath;
        this.names = names;
    }

    /** The field whose key stands between the indices; comes into being if it is new. */
    Field find(byte[] bytes, JsonScanner scanner) {
        int start = scanner.keyStart();
        int end = scanner.keyEnd();
        int mask = slots.length - 1;
        int slot = hash(bytes, start, end) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            byte[] spelling = spellings.get(index);
            if (Arrays.equals(bytes, start, end, spelling, 0, spelling.length)) {
                return fields.get(index);
            }
            slot = slot + 1 & mask;
        }
        if (fields.size() >= MOST_KEYS) {
            throw Failures.tooManyKeys(MOST_KEYS, rawPath);
        }
        Field field = named(Keys.text(bytes, scanner), JsonKey.ofSource(bytes, start, end));
        remember(Arrays.copyOfRange(bytes, start, end), field);
        return field;
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

    private void remember(byte[] spelling, Field field) {
        if ((fields.size() + 1) * 2 > slots.length) {
            grow();
        }
        spellings.add(spelling);
        fields.add(field);
        insert(spelling, fields.size());
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int index = 0; index < spellings.size(); index++) {
            insert(spellings.get(index), index + 1);
        }
    }

    private void insert(byte[] spelling, int entry) {
        int mask = slots.length - 1;
        int slot = hash(spelling, 0, spelling.length) & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = entry;
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
