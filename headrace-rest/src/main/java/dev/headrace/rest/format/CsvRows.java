package dev.headrace.rest.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.headrace.json.JsonText;
import dev.headrace.json.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes each row as a JSON object as soon as it has been read; used once. What is done for every field is little, because Java compiles
 * it into each of the reader's methods that lead here.
 */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Long> {

    private static final byte[] NULL = bytes("null");
    private static final int USUAL_FIELDS = 32;
    private static final int USUAL_LENGTH = 1024;

    private final TextBuffer json;
    private byte[][] keys;

    /** The fields of the row one after another, where each ends, and which have neither a text nor quotes. */
    private char[] text = new char[USUAL_LENGTH];

    private int[] ends = new int[USUAL_FIELDS];
    private final BitSet absent = new BitSet();
    private int length;
    private int fields;
    private boolean empty;

    /**
     * @param header the names of the columns; empty when the first row has them
     * @param expected bytes that all rows are likely to take
     */
    CsvRows(List<String> header, int expected) {
        json = new TextBuffer(expected);
        json.add('[');
        keys = keys(new ArrayList<@Nullable String>(header));
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        length = 0;
        fields = 0;
        absent.clear();
        empty = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
        if (length + size > text.length || fields == ends.length) {
            grow(size);
        }
        System.arraycopy(buffer, offset, text, length, size);
        if (size == 0 && !quoted) {
            absent.set(fields);
        }
        length += size;
        ends[fields++] = length;
    }

    private void grow(int size) {
        text = Arrays.copyOf(text, Math.addExact(length, Math.max(size, length)));
        ends = Arrays.copyOf(ends, 2 * ends.length);
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    @Override
    protected Long buildRecord() {
        if (!empty) {
            if (keys.length == 0) {
                keys = keys(names());
            } else {
                write();
            }
        }
        return getStartingLineNumber();
    }

    private void write() {
        if (fields > keys.length) {
            throw new UnreadableBodyException(
                    "line " + getStartingLineNumber() + " has " + fields + " fields, the header " + keys.length);
        }
        if (json.length() > 1) {
            json.add(',');
        }
        int start = 0;
        for (int index = 0; index < keys.length; index++) {
            add(keys[index]);
            if (index >= fields || absent.get(index)) {
                add(NULL);
            } else {
                json.addString(text, start, ends[index]);
                start = ends[index];
            }
        }
        json.add('}');
    }

    private void add(byte[] written) {
        json.add(written, 0, written.length);
    }

    private List<@Nullable String> names() {
        List<@Nullable String> names = new ArrayList<>();
        int start = 0;
        for (int index = 0; index < fields; index++) {
            names.add(absent.get(index) ? null : new String(text, start, ends[index] - start));
            start = ends[index];
        }
        return names;
    }

    /** The names as JSON keys, with what stands before and behind them. A name that comes again gets a number. */
    private static byte[][] keys(List<@Nullable String> names) {
        byte[][] keys = new byte[names.size()][];
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String given = names.get(i);
            String name = given == null || given.isBlank() ? "column_" + (i + 1) : given.strip();
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + "_" + n;
            }
            keys[i] = bytes((i == 0 ? '{' : ',') + JsonText.write(unique) + ":");
        }
        return keys;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All rows; there are none to come. */
    JsonBody json() {
        json.add(']');
        return new JsonBody(json.bytes(), 0, json.length());
    }
}
