package dev.headrace.engine.normalise;

import dev.headrace.json.JsonKeyTable;
import dev.headrace.json.JsonScanner;
import dev.headrace.json.KeyOrder;
import dev.headrace.source.FieldChange;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.RecordChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of which some fields are to be changed: a name leads to another field, a value is replaced before a column sees
 * it. What a mask hides is thus in no column at any time. Where it is not certain what becomes of a record, it is given up, to be
 * changed as a whole; see {@link RecordChanges#fields()}. For one table's own rows.
 */
final class ChangingWriter {

    /** Bytes behind a value. */
    private static final int ROOM = 1024;

    private final Map<String, FieldChange> changes;
    private final Set<String> newNames = new HashSet<>();
    private final RecordWriter writer;
    private final TableRows root;

    /** As they are spelled; their numbers are places in {@link #members}. */
    private final JsonKeyTable keys = new JsonKeyTable();

    private final List<Member> members = new ArrayList<>();
    private final Map<String, Member> byName = new HashMap<>();
    private final KeyOrder order = new KeyOrder(keys);
    private final JsonScanner values = new JsonScanner();
    /** Like pages, which are longer than a value: for arrays that end with it, the code of pages would be compiled anew. */
    private byte[] copy = new byte[ROOM];

    private RecordChanges whole;
    private long objects;

    /** A key of the records. */
    private static final class Member {

        /** Where its values go; null: nowhere. */
        final @Nullable Field field;

        final FieldChange.@Nullable NewValue value;

        /** Nobody knows what becomes of the record. */
        final boolean uncertain;

        /** The object in which it was seen last. */
        long seenIn;

        Member(@Nullable Field field, FieldChange.@Nullable NewValue value, boolean uncertain) {
            this.field = field;
            this.value = value;
            this.uncertain = uncertain;
        }
    }

    /** @param writer takes the values, as long as it does not {@linkplain RecordWriter#decide decide} */
    ChangingWriter(RecordChanges page, RecordWriter writer, TableRows root) {
        this.whole = page;
        this.changes = page.fields();
        this.writer = writer;
        this.root = root;
        changes.values().forEach(change -> change.name().ifPresent(newNames::add));
    }

    /** Whether it makes these changes. */
    boolean makes(Map<String, FieldChange> wanted) {
        return changes == wanted;
    }

    /** What comes now is from a page with these changes, which must be those that it {@linkplain #makes makes}. */
    void of(RecordChanges page) {
        whole = page;
    }

    /** The record as the changes leave it; see {@link RecordChanges#changed}. */
    JsonSlice changed(JsonSlice record, int number) {
        return whole.changed(record, number);
    }

    /** Writes the record that comes next, or gives it up. */
    void write(JsonScanner scanner, byte[] bytes, int budget) {
        if (scanner.peekValue() == JsonScanner.OBJECT) {
            writeObject(scanner, bytes, budget);
        } else {
            scanner.skipValue();
            writer.giveUp();
        }
    }

    private void writeObject(JsonScanner scanner, byte[] bytes, int budget) {
        objects++;
        scanner.beginObject();
        order.restart();
        int number = order.next(scanner);
        while (number != KeyOrder.END) {
            write(number < 0 ? looked(number, scanner, bytes) : members.get(number), scanner, bytes, budget);
            number = order.next(scanner);
        }
    }

    private void write(Member member, JsonScanner scanner, byte[] bytes, int budget) {
        if (member.uncertain || member.seenIn == objects) {
            writer.giveUp();
        }
        member.seenIn = objects;
        if (member.field == null) {
            scanner.skipValue();
            return;
        }
        boolean replaced = member.value != null && isReplaced(member.value, scanner, bytes);
        writer.writeField(member.field, root, budget); // the one call of what is a large part of all code that runs
        if (replaced) {
            writer.from(scanner, bytes);
        }
    }

    /** Passes over the value that comes next and lets the writer read another one; false when it is to be read itself. */
    private boolean isReplaced(FieldChange.NewValue value, JsonScanner scanner, byte[] bytes) {
        if (writer.needsDecisions()) {
            return false;
        }
        scanner.peekValue();
        int start = scanner.position();
        if (!scanner.readStringIfNext()) {
            scanner.skipValue();
        }
        JsonSlice old = new JsonSlice(bytes, start, scanner.position());
        JsonSlice made = value.of(old);
        if (made == null) {
            writer.giveUp();
            made = old;
        }
        readFrom(made);
        return true;
    }

    private void readFrom(JsonSlice value) {
        int length = value.end() - value.start();
        if (length + ROOM > copy.length) {
            copy = new byte[2 * length + ROOM];
        }
        System.arraycopy(value.bytes(), value.start(), copy, 0, length);
        values.reset(copy, 0, length);
        writer.from(values, copy);
    }

    /** The member of a key that is not in the table, or has escapes. */
    private Member looked(int number, JsonScanner scanner, byte[] bytes) {
        Member member = byName.computeIfAbsent(Keys.text(bytes, scanner), this::member);
        if (number == JsonKeyTable.NONE) {
            ObjectNode.requireFew(members.size(), "");
            keys.add(bytes, scanner.keyStart(), scanner.keyEnd());
            members.add(member);
            order.forget();
        }
        return member;
    }

    private Member member(String name) {
        FieldChange change = changes.get(name);
        if (change == null) {
            return newNames.contains(name)
                    ? new Member(null, null, true)
                    : new Member(root.node.named(name), null, false);
        }
        return change.dropped()
                ? new Member(null, null, false)
                : new Member(
                        root.node.named(change.name().orElse(name)),
                        change.value().orElse(null),
                        false);
    }
}
