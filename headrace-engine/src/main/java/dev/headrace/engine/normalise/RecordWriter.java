package dev.headrace.engine.normalise;

import dev.headrace.json.JsonScanner;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON values to the tables as they are scanned. Where keys come as they did last time, that is a comparison per key
 * and a copy per value.
 *
 * <p>There are two ways to write. A record is first written as it stands; as soon as it needs a decision (a new column or
 * table, a key twice, two keys for one column, an id of its own), the rest is only validated and the record given up: see
 * {@link #needsDecisions()}. Written again from its {@linkplain CanonicalRecord canonical text}, with
 * {@link #decide} in force, it takes the decisions.
 */
final class RecordWriter {

    private final Decisions decisions;
    private final Scalar scalar = new Scalar();
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private JsonScanner scanner = new JsonScanner();
    private byte[] bytes = {};
    private boolean deciding;
    private boolean givenUp;
    private long serials;

    /** Records with characters that the destination cannot hold are refused; otherwise the destination will. */
    private final boolean refusesCharacters;

    RecordWriter(Decisions decisions, boolean refusesCharacters) {
        this.decisions = decisions;
        this.refusesCharacters = refusesCharacters;
    }

    /** Reads from that scanner of those bytes from now on. */
    void from(JsonScanner source, byte[] sourceBytes) {
        scanner = source;
        bytes = sourceBytes;
    }

    /** Begins a record; {@code mayDecide} tells whether tables may change. */
    void decide(boolean mayDecide) {
        deciding = mayDecide;
        givenUp = false;
    }

    /** Whether the record was given up, and must be taken back and written again. */
    boolean needsDecisions() {
        return givenUp;
    }

    /** Opens a row; {@link #finishRow} closes it. */
    void beginRow(TableRows table) {
        table.beginRow(++serials);
    }

    void finishRow(TableRows table) {
        if (!givenUp) {
            table.identity.finish(table);
            Column unfit = table.identity.takeUnfit();
            if (unfit != null) {
                refuseId(table, unfit);
            }
        }
    }

    private void refuseId(TableRows table, Column unfit) {
        if (deciding) {
            throw Failures.idDoesNotFit(table.name(), unfit);
        }
        giveUp();
    }

    /** Writes the value that comes next as the content of the open row. */
    void writeRow(TableRows table, int budget) {
        int kind = scanner.peekValue();
        if (kind == JsonScanner.OBJECT) {
            writeObject(table.node, table, budget);
        } else {
            writeField(kind == JsonScanner.ARRAY ? table.listField : table.valueField, table, budget);
        }
    }

    /** Writes the object that comes next; its keys are those of {@code node}. */
    void writeObject(ObjectNode node, TableRows table, int budget) {
        scanner.beginObject();
        if (node.expectsOrder()) {
            writeOrdered(node, table, budget);
        } else {
            writeUnordered(node, table, budget);
        }
    }

    /** Writes members whose keys are likely to come as they did last time. */
    private void writeOrdered(ObjectNode node, TableRows table, int budget) {
        long serial = ++serials;
        Field previous = null;
        Field predicted = node.first;
        int keys = 0;
        int otherwise = 0;
        while (true) {
            Field field;
            if (predicted != null && scanner.nextKeyIs(predicted.key)) {
                field = predicted;
            } else {
                field = unpredicted(node, previous);
                if (field == null) {
                    node.expected(keys, otherwise);
                    return;
                }
                otherwise += predicted == null ? 0 : 1;
            }
            keys++;
            writeMember(field, serial, table, budget);
            previous = field;
            predicted = field.next;
        }
    }

    private void writeUnordered(ObjectNode node, TableRows table, int budget) {
        long serial = ++serials;
        while (scanner.nextKey()) {
            writeMember(node.find(bytes, scanner), serial, table, budget);
        }
    }

    private void writeMember(Field field, long serial, TableRows table, int budget) {
        if (field.seenIn == serial) {
            giveUp();
        }
        field.seenIn = serial;
        writeField(field, table, budget);
    }

    private @Nullable Field unpredicted(ObjectNode node, @Nullable Field previous) {
        if (!scanner.nextKey()) {
            return null;
        }
        Field field = node.find(bytes, scanner);
        if (previous == null) {
            node.first = field;
        } else {
            previous.next = field;
        }
        return field;
    }

    /** Writes a value that was added to the record, as the last one of the open row; its text is another one. */
    void writeAdded(Field field, TableRows table, int budget, JsonScanner other, byte[] otherBytes) {
        from(other, otherBytes);
        if (field.seenIn > table.serial) {
            giveUp();
        }
        field.seenIn = serials;
        writeField(field, table, budget);
    }

    void writeField(Field field, TableRows table, int budget) {
        Column column = field.column;
        if (column == null || givenUp || field.ignored || table.discarded || !writeExpected(field, column, table)) {
            writeAny(field, table, budget);
        }
    }

    /** Writes the value that comes next if the column holds such values; false if it does not, and nothing is read. */
    private boolean writeExpected(Field field, Column column, TableRows table) {
        return switch (column.usual) {
            case JsonScanner.STRING -> writeIfString(field, column, table);
            case JsonScanner.NUMBER -> writeIfNumber(field, column, table);
            case JsonScanner.TRUE -> writeIfBoolean(field, column, table);
            default -> false;
        };
    }

    private boolean writeIfString(Field field, Column column, TableRows table) {
        if (!scanner.readStringIfNext()) {
            return false;
        }
        if (column.shared
                || field.identifies
                || scanner.stringHasEscapes()
                || !column.putString(bytes, scanner.stringStart(), scanner.stringEnd(), table.row)) {
            scalar.take(scanner, bytes, JsonScanner.STRING);
            writeScalar(field, table);
        }
        return true;
    }

    private boolean writeIfNumber(Field field, Column column, TableRows table) {
        if (!scanner.readNumberIfNext()) {
            return false;
        }
        if (column.shared || field.identifies || !column.putNumber(scanner, table.row)) {
            scalar.take(scanner, bytes, JsonScanner.NUMBER);
            writeScalar(field, table);
        }
        return true;
    }

    private boolean writeIfBoolean(Field field, Column column, TableRows table) {
        int kind = scanner.peekValue();
        if (kind != JsonScanner.TRUE && kind != JsonScanner.FALSE) {
            return false;
        }
        boolean value = scanner.readBoolean();
        if (column.shared || field.identifies) {
            scalar.take(scanner, bytes, kind);
            writeScalar(field, table);
        } else {
            column.buffer.putLong(table.row, value ? 1 : 0);
        }
        return true;
    }

    private void writeAny(Field field, TableRows table, int budget) {
        int kind = scanner.peekValue();
        if (givenUp || field.ignored || table.discarded) {
            scanner.skipValue();
        } else if (kind < JsonScanner.NULL) {
            scalar.read(scanner, bytes, kind);
            writeScalar(field, table);
        } else if (kind == JsonScanner.NULL) {
            scanner.readNull();
            writeNull(field, table);
        } else if (field.whole) {
            writeWhole(field, table);
        } else if (kind == JsonScanner.OBJECT) {
            writeNested(field, table, budget);
        } else {
            writeList(field, table, budget);
        }
    }

    private void writeScalar(Field field, TableRows table) {
        Column column = field.column;
        if (refusesCharacters && scalar.hasNul() && !field.discarded) {
            refuseCharacter(field, table);
        } else if (column == null || column.shared || field.identifies || !column.put(scalar, table.row)) {
            writeUnusualScalar(field, table);
        }
    }

    private void refuseCharacter(Field field, TableRows table) {
        if (deciding) {
            throw decisions.characterRefused(field, table);
        }
        giveUp();
    }

    private void writeUnusualScalar(Field field, TableRows table) {
        if (field.discarded) {
            decisions.leaveOut(field, table, false);
            return;
        }
        Column column = field.column;
        if (deciding) {
            decisions.putScalar(field, table, scalar);
        } else if (column == null
                || field.identifies
                || column.isSecondIn(table.serial)
                || !column.put(scalar, table.row)) {
            giveUp();
        }
    }

    private void writeNull(Field field, TableRows table) {
        Column column = field.column;
        if (column != null) {
            if (column.required || column.shared) {
                writeUnusualNull(column, field, table);
            }
        } else if (decisions.findColumn(field, table) != null || !field.nullAllowed) {
            decideNull(field, table);
        }
    }

    private void writeUnusualNull(Column column, Field field, TableRows table) {
        if (deciding || column.required || column.isSecondIn(table.serial)) {
            decideNull(field, table);
        }
    }

    private void decideNull(Field field, TableRows table) {
        if (deciding) {
            decisions.putNull(field, table);
        } else {
            giveUp();
        }
    }

    private void writeWhole(Field field, TableRows table) {
        int start = scanner.position();
        scanner.skipValue();
        json.reset();
        JsonText.compact(bytes, start, scanner.position(), json);
        byte[] text = json.toByteArray();
        Column column = field.column;
        if (refusesCharacters && !field.discarded && Characters.haveHalves(text)) {
            refuseCharacter(field, table);
        } else if (deciding) {
            decisions.putWhole(field, table, text);
        } else if (field.discarded) {
            decisions.leaveOut(field, table, false);
        } else if (column == null || column.shared || !column.putJson(text, text.length, table.row)) {
            giveUp();
        }
    }

    private void writeNested(Field field, TableRows table, int budget) {
        ObjectNode node = field.object;
        if (node != null) {
            writeObject(node, table, budget - 1);
        } else if (decisions.keepsWhole(table, field, budget)) {
            field.whole = true;
            writeWhole(field, table);
        } else {
            writeObject(decisions.openObject(field), table, budget - 1);
        }
    }

    private void writeList(Field field, TableRows table, int budget) {
        if (field.list == null && decisions.keepsWhole(table, field, budget)) {
            field.whole = true;
            writeWhole(field, table);
            return;
        }
        scanner.beginArray();
        if (!scanner.nextElement()) {
            writeEmptyList(field, table);
            return;
        }
        TableRows rows = listRows(field, table);
        long index = 0;
        do {
            if (rows == null) {
                skipElement(field, table);
            } else {
                writeElement(rows, table, index++, budget - 1);
            }
        } while (scanner.nextElement());
    }

    private void skipElement(Field field, TableRows table) {
        if (field.discarded) {
            decisions.leaveOut(field, table, true);
        }
        scanner.skipValue();
    }

    /** It brings no rows, and still takes the place of a list that the open row has had for the same table. */
    private void writeEmptyList(Field field, TableRows table) {
        TableRows rows = decisions.findList(field, table);
        if (rows != null && rows.shared && rows.enteredFrom == table.serial) {
            giveUp();
        }
    }

    private @Nullable TableRows listRows(Field field, TableRows table) {
        if (field.discarded) {
            return null;
        }
        TableRows rows = field.list;
        if (rows == null && deciding) {
            rows = decisions.openList(field, table);
        }
        boolean second = rows != null && rows.shared && rows.enteredFrom == table.serial;
        if (!deciding && (rows == null || second)) {
            giveUp();
            return null;
        }
        if (rows != null) {
            rows.enteredFrom = table.serial;
        }
        return rows;
    }

    private void writeElement(TableRows rows, TableRows above, long index, int budget) {
        if (givenUp) {
            scanner.skipValue();
            return;
        }
        int[] before = deciding ? decisions.countRows() : null;
        beginRow(rows);
        rows.identity.beginNested(above.identity, index);
        writeRow(rows, budget);
        finishRow(rows);
        if (before != null && rows.discarded) {
            decisions.takeBack(before);
        }
    }

    /** The rest of the record is only validated, unless this writer decides. */
    void giveUp() {
        givenUp = !deciding;
    }
}
