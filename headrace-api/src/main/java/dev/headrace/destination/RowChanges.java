package dev.headrace.destination;

/**
 * What a load did to the rows of a table, as its statements counted them.
 *
 * @param inserted rows of the package that the table has now
 * @param leftOut rows of the package that the write disposition does not store: repetitions of a key, rows that mark a
 *     deletion, versions that were there already
 */
public record RowChanges(long inserted, long leftOut) {}
