package dev.headrace.rest.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.headrace.json.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes each row as a JSON object as soon as it has been read; used once. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<Long> {

    private final StringBuilder json = new StringBuilder("[");
    private final List<@Nullable String> fields = new ArrayList<>();
    private List<String> keys = List.of();
    private boolean empty;

    /** @param header the names of the columns; empty when the first row has them */
    CsvRows(List<String> header) {
        keys = keys(new ArrayList<@Nullable String>(header));
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields.clear();
        empty = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    @Override
    protected Long buildRecord() {
        if (!empty) {
            if (keys.isEmpty()) {
                keys = keys(fields);
            } else {
                write();
            }
        }
        return getStartingLineNumber();
    }

    private void write() {
        if (fields.size() > keys.size()) {
            throw new UnreadableBodyException(
                    "line " + getStartingLineNumber() + " has " + fields.size() + " fields, the header " + keys.size());
        }
        json.append(json.length() == 1 ? "{" : ",{");
        for (int i = 0; i < keys.size(); i++) {
            json.append(keys.get(i)).append(JsonText.write(i < fields.size() ? fields.get(i) : null));
        }
        json.append('}');
    }

    /** The names as JSON keys, with what stands before and behind them. A name that comes again gets a number. */
    private static List<String> keys(List<@Nullable String> names) {
        List<String> keys = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String given = names.get(i);
            String name = given == null || given.isBlank() ? "column_" + (i + 1) : given.strip();
            String unique = name;
            for (int n = 2; !taken.add(unique); n++) {
                unique = name + "_" + n;
            }
            keys.add((i == 0 ? "" : ",") + JsonText.write(unique) + ":");
        }
        return keys;
    }

    JsonBody json() {
        return JsonBody.of(json.append(']').toString());
    }
}
