package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes members of all objects of a list while the document around it is passed over, once. What nobody touches is copied
 * in long pieces as it was written. It does what {@link JsonEdit} does to one object after another, or nothing: a document in
 * which a key says less than usual is left to that. Used by one thread; made to be reused.
 */
public final class JsonListEdit {
    /** So many keys can be told apart in the bits of a number. */
    private static final int MOST_KEYS = Long.SIZE;

    /**
     * What becomes of the members with one key.
     *
     * @param name the new key
     * @param value makes the new value; not asked for null, which stays
     * @param dropped whether the members go; then there is neither of the others
     */
    public record Change(Optional<String> name, Optional<UnaryOperator<JsonValue>> value, boolean dropped) {}

    private final JsonKeyTable keys = new JsonKeyTable();
    /** By number of key; null where it must not be met, because another one gets its name. */
    private final List<@Nullable Member> members = new ArrayList<>();

    private final KeyOrder order = new KeyOrder(keys);
    private final JsonScanner scanner = new JsonScanner();
    private final TextBuffer text = new TextBuffer(0);
    private byte[] source = {};
    /** So far the source is in the text, or left out of it. */
    private int copied;

    private int objects;
    /** The keys that were met, by the bits of their numbers: anywhere, and in one object. */
    private long met;

    private long metInObject;

    /** The end of the last member of an object that stays, or of its opening brace while there is none. */
    private int kept;

    private boolean keptAny;

    /** A change ready to be made; the name in quotes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Member(
            String key, byte @Nullable [] name, @Nullable UnaryOperator<JsonValue> value, boolean dropped) {

        static Member of(String key, Change change) {
            return new Member(
                    key,
                    change.name()
                            .map(name -> JsonText.write(name).getBytes(UTF_8))
                            .orElse(null),
                    change.value().orElse(null),
                    change.dropped());
        }
    }

    private JsonListEdit(Map<String, Change> changes) {
        changes.forEach((key, change) -> add(key, Member.of(key, change)));
        changes.values().stream()
                .flatMap(change -> change.name().stream())
                .filter(name -> !changes.containsKey(name))
                .forEach(name -> add(name, null));
    }

    private void add(String key, @Nullable Member member) {
        byte[] written = key.getBytes(UTF_8);
        keys.add(written, 0, written.length);
        members.add(member);
    }

    /**
     * Makes an edit; empty for more keys than it can tell apart.
     *
     * @param changes by key; no two give the same name
     */
    public static Optional<JsonListEdit> of(Map<String, Change> changes) {
        return 2 * changes.size() > MOST_KEYS ? Optional.empty() : Optional.of(new JsonListEdit(changes));
    }

    /**
     * Changes the list in the bytes from {@code start} to before {@code end}. Nothing is changed where they are not JSON, the list is not
     * there or has other elements than objects, a key of the document or of an element has escapes or comes twice although it matters, or
     * an element has a name already that another member would get.
     *
     * @param path the keys of objects that lead to the list; none when the document is the list
     * @return whether {@link #text()} has the document as it is now
     */
    public boolean apply(byte[] bytes, int start, int end, List<String> path) {
        try {
            scanner.reset(bytes, start, end);
            source = bytes;
            copied = scanner.position();
            text.restart(end - start);
            order.forget();
            objects = 0;
            met = 0;
            if (!passListAt(path)) {
                return false;
            }
            scanner.endDocument();
            copyUpTo(end);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    /** The changed document, from index 0, and perhaps more behind it; shared, until the next one is changed. */
    public byte[] text() {
        return text.bytes();
    }

    /** How long the changed document is. */
    public int length() {
        return text.length();
    }

    /** How many objects the list has. */
    public int objects() {
        return objects;
    }

    /** The keys with a change that the objects had. */
    public Set<String> met() {
        Set<String> names = new HashSet<>();
        for (int number = 0; number < members.size(); number++) {
            Member member = members.get(number);
            if (member != null && (met & 1L << number) != 0) {
                names.add(member.key());
            }
        }
        return names;
    }

    private boolean passListAt(List<String> path) {
        return path.isEmpty() ? passList() : passListIn(path.get(0), path.subList(1, path.size()));
    }

    /** @param within the way from the member to the list */
    private boolean passListIn(String key, List<String> within) {
        if (scanner.peekValue() != JsonScanner.OBJECT) {
            return false;
        }
        boolean found = false;
        scanner.beginObject();
        while (scanner.nextKey()) {
            if (scanner.keyHasEscapes()) {
                return false;
            }
            if (!JsonString.decode(source, scanner.keyStart(), scanner.keyEnd(), false)
                    .equals(key)) {
                scanner.skipValue();
            } else if (found || !passListAt(within)) {
                return false;
            } else {
                found = true;
            }
        }
        return found;
    }

    private boolean passList() {
        if (scanner.peekValue() != JsonScanner.ARRAY) {
            return false;
        }
        scanner.beginArray();
        while (scanner.nextElement()) {
            if (scanner.peekValue() != JsonScanner.OBJECT || !passObject()) {
                return false;
            }
            objects++;
        }
        return true;
    }

    private boolean passObject() {
        scanner.beginObject();
        order.restart();
        metInObject = 0;
        kept = scanner.position();
        keptAny = false;
        int number = order.next(scanner);
        while (number != KeyOrder.END) {
            if (number != JsonKeyTable.NONE && !isCertain(number)) {
                return false;
            }
            pass(number == JsonKeyTable.NONE ? null : members.get(number));
            number = order.next(scanner);
        }
        met |= metInObject;
        return true;
    }

    /** Whether a key may be met, and is for the first time in this object. */
    private boolean isCertain(int number) {
        if (number == KeyOrder.ESCAPED || members.get(number) == null) {
            return false;
        }
        long bit = 1L << number;
        boolean again = (metInObject & bit) != 0;
        metInObject |= bit;
        return !again;
    }

    /** Passes over the member whose key has just been read; null: nothing happens to it. */
    private void pass(@Nullable Member member) {
        if (member != null && member.dropped()) {
            drop();
            return;
        }
        if (!keptAny && copied > kept) {
            copied = scanner.keyStart() - 1; // the comma belongs to a member that was dropped
        }
        change(member);
        keptAny = true;
        kept = scanner.position();
    }

    private void drop() {
        if (copied < kept) {
            copyUpTo(kept);
        }
        scanner.skipValue();
        copied = scanner.position();
    }

    private void change(@Nullable Member member) {
        byte[] name = member == null ? null : member.name();
        if (name != null) {
            copyUpTo(scanner.keyStart() - 1);
            text.add(name, 0, name.length);
            copied = scanner.keyEnd() + 1;
        }
        UnaryOperator<JsonValue> change = member == null ? null : member.value();
        if (change == null) {
            scanner.skipValue();
        } else {
            replace(JsonTree.read(scanner), change);
        }
    }

    private void replace(JsonValue value, UnaryOperator<JsonValue> change) {
        if (!(value instanceof JsonNull)) {
            copyUpTo(value.start());
            text.add(change.apply(value));
            copied = value.end();
        }
    }

    private void copyUpTo(int end) {
        text.add(source, copied, end);
        copied = end;
    }
}
