package dev.headrace.engine.normalise;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.schema.DataType;
import org.jspecify.annotations.Nullable;

/** Why records cannot be taken. */
final class Failures {

    private static final String REMEDY =
            " Then keep the object that has them whole, with columns: {NAME: {data_type: json}}"
                    + " or a lower max_table_nesting, or leave it out with processing_steps: [{exclude: [NAME]}].";

    private Failures() {}

    static DataException notJson(String resource, JsonSyntaxException cause) {
        return new DataException(
                FailureKind.DATA,
                Phase.EXTRACT,
                "Cannot take the records of resource '" + resource + "' from its page. " + cause.getMessage(),
                cause);
    }

    static DataException tableRefused(String table, Phase phase) {
        return schema(
                phase,
                "Cannot create table '" + table + "': its schema contract has tables: freeze. "
                        + "Set tables: evolve to let it come into being.");
    }

    static UnwritableException nestedTableRefused(String table) {
        return unwritable(
                BadRowKind.CONTRACT,
                table,
                null,
                tableRefused(table, Phase.NORMALIZE).message());
    }

    static UnwritableException columnRefused(String table, String column, String key, long record) {
        return unwritable(
                BadRowKind.CONTRACT,
                table,
                column,
                "Cannot add column '" + column + "' to table '" + table + "' for key '" + key + "' of record " + record
                        + ": the table's schema contract has columns: freeze. Set columns: evolve to take new columns.");
    }

    static UnwritableException variantRefused(String table, Column column, DataType type, long record) {
        return unwritable(
                BadRowKind.TYPE,
                table,
                column.name,
                "Cannot put a value of type " + type.label() + " into column '" + column.name + "' ("
                        + column.type.label()
                        + ") of table '" + table + "' for record " + record + ": it does not convert, and the table's "
                        + "schema contract has data_type: freeze. Set data_type: evolve to keep such values in a column "
                        + "of their own.");
    }

    static UnwritableException nullRefused(String table, String column, long record) {
        return unwritable(
                BadRowKind.REQUIRED,
                table,
                column,
                "Cannot put null into column '" + column + "' of table '" + table + "' for record " + record
                        + ": the column is a key or declared as not nullable.");
    }

    static UnwritableException keyMissing(String table, String column, long record) {
        return unwritable(
                BadRowKind.REQUIRED,
                table,
                column,
                "Cannot derive the row id in table '" + table + "' for record " + record + ": key column '" + column
                        + "' is not in it.");
    }

    static DataException neverFilled(String table, String column) {
        return schema(
                Phase.NORMALIZE,
                "Cannot create column '" + column + "' of table '" + table
                        + "': it is a key or declared as not nullable, but no record has a value for it, so its type is "
                        + "not known. Check the spelling of the key, or give the column a data_type.");
    }

    static UnwritableException idDoesNotFit(String table, Column column) {
        return unwritable(
                BadRowKind.TYPE,
                table,
                column.name,
                "Cannot put a generated row id into column '" + column.name + "' of table '" + table
                        + "': the column has type " + column.type.label()
                        + " because earlier records brought ids of their own.");
    }

    static DataException tooManyColumns(String table, int most, long record) {
        return schema(
                Phase.NORMALIZE,
                "Cannot add another column to table '" + table + "' for record " + record + ": it has " + most
                        + ", the most that the destination can do. Are keys of the records data, such as ids or dates?"
                        + REMEDY);
    }

    /** @param place the key of the objects with the keys around it; empty for the records themselves */
    static DataException tooManyKeys(int most, String place) {
        return schema(
                Phase.NORMALIZE,
                "Cannot take the " + (place.isEmpty() ? "records" : "objects '" + place + "' of the records")
                        + ": they have more than " + most + " different keys. Are keys data, such as ids or dates?"
                        + REMEDY);
    }

    static DataException tooManyTables(int most, String table, long record) {
        return schema(
                Phase.NORMALIZE,
                "Cannot create table '" + table + "' for record " + record + ": there are " + most
                        + " tables already. Are keys of the records data, such as ids or dates?" + REMEDY);
    }

    static UnwritableException missing(String table, String column, long record) {
        return unwritable(
                BadRowKind.REQUIRED,
                table,
                column,
                "Cannot leave out column '" + column + "' of table '" + table + "' for record " + record
                        + ": the column is a key or declared as not nullable.");
    }

    static UnwritableException characterRefused(String table, Field field, long record) {
        return unwritable(
                BadRowKind.ENCODING,
                table,
                field.name,
                "Cannot put a text into column '" + field.name + "' of table '" + table + "' for record " + record
                        + ": it has a character that the destination cannot hold (\\u0000, or in JSON half of a"
                        + " surrogate pair).");
    }

    static UnwritableException recordTooLong(String table, int length, int most, long record) {
        return unwritable(
                BadRowKind.ENCODING,
                table,
                null,
                "Cannot write record " + record + " of table '" + table + "': it has " + length
                        + " bytes, and a record that needs a closer look (a new column, a value that does not fit) has "
                        + most
                        + " at most. Ask the API for less of it.");
    }

    static UnwritableException tooLong(String table, String column, int length, long record) {
        return unwritable(
                BadRowKind.ENCODING,
                table,
                column,
                "Cannot put a value of " + length + " bytes into column '" + column + "' of table '" + table
                        + "' for record " + record + ": one value has " + Column.LONGEST_TEXT
                        + " at most. Take the field out with a step, or put such records aside with on_bad_row:"
                        + " quarantine.");
    }

    static DataException tooMany(String resource, long bad, long records, String first) {
        return new DataException(
                FailureKind.DATA,
                Phase.NORMALIZE,
                "Cannot write " + bad + " of the first " + records + " records of resource '" + resource
                        + "': when more than half are bad, the cause is hardly in the records, so the run ends (on_bad_row:"
                        + " quarantine). The first: " + first);
    }

    private static UnwritableException unwritable(
            BadRowKind kind, String table, @Nullable String column, String message) {
        return new UnwritableException(kind, table, column, schema(Phase.NORMALIZE, message));
    }

    private static DataException schema(Phase phase, String message) {
        return new DataException(FailureKind.SCHEMA, phase, message);
    }
}
