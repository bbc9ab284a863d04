package dev.headrace.engine.normalise;

import dev.headrace.json.JsonKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that was seen at one place of the records, and where its values go. One field may lead to a column, to the fields of
 * a nested object and to a nested table, because a key may hold all of them in turn.
 */
final class Field {

    private static final int NEVER = -1;

    /** The key as it was spelled when it was first seen. */
    final JsonKey key;

    /** The key with the keys around it, as the data has them; for messages. */
    final String rawPath;

    /** The normalised name of the column or, behind the table's, of the nested table. */
    final String name;

    /** {@link #name} before it was shortened: what lies deeper is shortened over the whole way. */
    final String path;

    /** The field that followed this one last time. */
    @Nullable
    Field next;

    /** The object in which it was seen last. */
    long seenIn;

    /** Its column; null until the first value that is not null. */
    @Nullable
    Column column;

    /** The fields of its objects; null until the first. */
    @Nullable
    ObjectNode object;

    /** The rows of its lists; null until the first that is not empty. */
    @Nullable
    TableRows list;

    /** How many tables there were when {@link #list} was looked for last. */
    int tablesThen;

    /** How many columns the table had when {@link #column} was looked for last. */
    int columnsThen;

    /** Objects and lists are stored as JSON text. */
    boolean whole;

    /** Its values are dropped: the layout fills the column itself. */
    boolean ignored;

    /** Its new column or nested table was refused by a contract that drops values. */
    boolean discarded;

    /** Its value identifies the row. */
    boolean identifies;

    /** Nulls are fine although there is no column yet. */
    boolean nullAllowed;

    Field(JsonKey key, String rawPath, String name, String path) {
        this.key = key;
        this.rawPath = rawPath;
        this.name = name;
        this.path = path;
    }

    /** Lets go of columns and tables that were taken back, here and below. */
    void forget(Forgotten gone) {
        column = column != null && gone.has(column) ? null : column;
        list = list != null && gone.has(list) ? null : list;
        columnsThen = NEVER;
        tablesThen = NEVER;
        if (object != null) {
            object.forget(gone);
        }
    }
}
