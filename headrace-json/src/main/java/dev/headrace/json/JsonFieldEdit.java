package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the same changes to members of many objects, which mostly have the same keys, in one pass over the text of each. What
 * nobody touches is copied in long pieces as it was written. It does what {@link JsonEdit} does, or nothing: an object in which a key
 * says less than usual is left to that. Used by one thread; made to be reused.
 */
public final class JsonFieldEdit {
    /** So many keys can be told apart in the bits of a number. */
    private static final int MOST_KEYS = Long.SIZE;

    /**
     * What becomes of the members with one key.
     *
     * @param name the new key
     * @param value makes the new value, of null too
     * @param dropped whether the members go; then there is neither of the others
     */
    public record Change(Optional<String> name, Optional<NewValue> value, boolean dropped) {}

    /** Makes a value of another one. */
    @FunctionalInterface
    public interface NewValue {

        /** The new value, which is not needed any longer when this is asked again; null when there is none. */
        @Nullable
        JsonValue of(JsonValue value);
    }

    private final JsonKeyTable keys = new JsonKeyTable();
    /** By number of key; null where it must not be met, because another one gets its name. */
    private final List<@Nullable Member> members = new ArrayList<>();

    private final KeyOrder order = new KeyOrder(keys);
    private final JsonScanner scanner = new JsonScanner();
    private final TextBuffer text = new TextBuffer(0);
    private byte[] source = {};
    /** So far the source is in the text, or left out of it. */
    private int copied;

    /** The keys that were met in the object, by the bits of their numbers. */
    private long met;

    /** The end of the last member of an object that stays, or of its opening brace while there is none. */
    private int kept;

    private boolean keptAny;

    /** A change ready to be made; the name in quotes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Member(byte @Nullable [] name, @Nullable NewValue value, boolean dropped) {

        static Member of(Change change) {
            return new Member(
                    change.name()
                            .map(name -> JsonText.write(name).getBytes(UTF_8))
                            .orElse(null),
                    change.value().orElse(null),
                    change.dropped());
        }
    }

    private JsonFieldEdit(Map<String, Change> changes) {
        changes.forEach((key, change) -> add(key, Member.of(change)));
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
    public static Optional<JsonFieldEdit> of(Map<String, Change> changes) {
        return 2 * changes.size() > MOST_KEYS ? Optional.empty() : Optional.of(new JsonFieldEdit(changes));
    }

    /**
     * Changes the object in the bytes from {@code start} to before {@code end}. Nothing is changed where they are no object, a key has
     * escapes or comes twice although it matters, a name is there already that another member would get, or there is no new value.
     *
     * @return whether {@link #text()} has the object as it is now
     */
    public boolean apply(byte[] bytes, int start, int end) {
        try {
            scanner.reset(bytes, start, end);
            source = bytes;
            copied = scanner.position();
            text.restart(end - start);
            met = 0;
            if (scanner.peekValue() != JsonScanner.OBJECT || !passObject()) {
                return false;
            }
            scanner.endDocument();
            copyUpTo(end);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    /** The changed object, from index 0, and perhaps more behind it; shared, until the next one is changed. */
    public byte[] text() {
        return text.bytes();
    }

    /** How long the changed object is. */
    public int length() {
        return text.length();
    }

    private boolean passObject() {
        scanner.beginObject();
        order.restart();
        kept = scanner.position();
        keptAny = false;
        int number = order.next(scanner);
        while (number != KeyOrder.END) {
            if (number != JsonKeyTable.NONE && !isCertain(number)
                    || !pass(number == JsonKeyTable.NONE ? null : members.get(number))) {
                return false;
            }
            number = order.next(scanner);
        }
        return true;
    }

    /** Whether a key may be met, and is for the first time in this object. */
    private boolean isCertain(int number) {
        if (number == KeyOrder.ESCAPED || members.get(number) == null) {
            return false;
        }
        long bit = 1L << number;
        boolean again = (met & bit) != 0;
        met |= bit;
        return !again;
    }

    /** Passes over the member whose key has just been read; null: nothing happens to it. False when there is no value for it. */
    private boolean pass(@Nullable Member member) {
        if (member != null && member.dropped()) {
            drop();
            return true;
        }
        if (!keptAny && copied > kept) {
            copied = scanner.keyStart() - 1; // the comma belongs to a member that was dropped
        }
        boolean changed = change(member);
        keptAny = true;
        kept = scanner.position();
        return changed;
    }

    private void drop() {
        if (copied < kept) {
            copyUpTo(kept);
        }
        scanner.skipValue();
        copied = scanner.position();
    }

    private boolean change(@Nullable Member member) {
        byte[] name = member == null ? null : member.name();
        if (name != null) {
            copyUpTo(scanner.keyStart() - 1);
            text.add(name, 0, name.length);
            copied = scanner.keyEnd() + 1;
        }
        NewValue change = member == null ? null : member.value();
        if (change == null) {
            scanner.skipValue();
            return true;
        }
        return replace(JsonTree.read(scanner), change);
    }

    private boolean replace(JsonValue value, NewValue change) {
        JsonValue made = change.of(value);
        if (made == null) {
            return false;
        }
        copyUpTo(value.start());
        text.add(made);
        copied = value.end();
        return true;
    }

    private void copyUpTo(int end) {
        text.add(source, copied, end);
        copied = end;
    }
}
