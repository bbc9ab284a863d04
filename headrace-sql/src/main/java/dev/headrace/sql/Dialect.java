package dev.headrace.sql;

import dev.headrace.DestinationException;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How one database differs from the others. Stateless; safe for any number of threads. */
public interface Dialect {

    /** An identifier as it stands in a statement. */
    String quote(String identifier);

    /** The full name of a table, unambiguous whatever the dataset is called. */
    String table(String dataset, String table);

    /** The full name of a temporary table of this connection. */
    String temporaryTable(String name);

    /** The statement that makes the dataset unless it is there. */
    String createDataset(String dataset);

    /**
     * The type of a complete column, precision, scale and time zone included.
     *
     * @throws DestinationException when the database has no such type
     */
    String columnType(ColumnSchema column);

    /**
     * What a new table says of its columns between their types and their constraints, such as how they are stored. By default
     * nothing.
     *
     * @param columns all of the new table
     * @param parts the rows that it gets first; may be empty
     * @return by name of the column; those of which there is nothing to say are missing
     */
    default Map<String, String> columnStorage(
            SqlConnection connection, List<ColumnSchema> columns, List<PartFile> parts) throws SQLException {
        return Map.of();
    }

    /** Which names of tables and columns are the same to the database: those that compare as equal. */
    Comparator<String> identifierOrder();

    /**
     * A column that every table has without being told to, and by which the database finds rows fastest while a transaction
     * lasts; a table may have a column of its own of that name. Empty when there is none, as is the default.
     */
    default Optional<String> rowAddress() {
        return Optional.empty();
    }

    /**
     * Whether a deletion can hand the ids of its rows to an insertion, all in one statement: {@code WITH gone AS (DELETE …
     * RETURNING …) INSERT …}. By default it cannot.
     */
    default boolean insertsWhatIsDeleted() {
        return false;
    }

    /**
     * Whether rows can take the place of those with the same key in one statement that also hands over what was there:
     * {@code INSERT … ON CONFLICT (key) DO UPDATE … RETURNING OLD …}. That takes a unique index on exactly these columns. By
     * default it cannot.
     *
     * @param key at least one column
     */
    default boolean replacesInPlace(SqlConnection connection, String dataset, String table, List<String> key)
            throws SQLException {
        return false;
    }

    /**
     * A query with one parameter, the dataset, that gives a row if it is there, and so may have columns. By default there is none,
     * and columns are looked for at once.
     */
    default Optional<String> datasetQuery() {
        return Optional.empty();
    }

    /** A query with one parameter, the dataset, that gives (table, column, type) for every column in it. */
    String columnsQuery();

    /**
     * Makes the rows of a table's parts available to statements of the current transaction.
     *
     * @param load has at least one part
     */
    StagedRows stage(SqlConnection connection, TableLoad load) throws SQLException;

    /**
     * Puts all rows of a table's parts straight into the table, where the database has a faster way for that than a selection
     * from what {@link #stage} makes. By default there is none.
     *
     * @param table its full name
     * @param load has at least one part
     * @return how many rows the table got; empty when nothing was done, and the rows have to go through a selection
     */
    default OptionalLong insertDirectly(SqlConnection connection, String table, TableLoad load) throws SQLException {
        return OptionalLong.empty();
    }

    /**
     * Fills new tables of a load beside its transaction, where the database takes rows faster over several connections. By
     * default all tables are left to the transaction.
     *
     * @return used for one package, and closed after its transaction
     */
    default SideLoad sideLoad(String dataset, String pipeline) {
        return SideLoad.none();
    }

    /**
     * Prepares the current transaction for a package that it loads, and lets it be the only one that loads a pipeline into a
     * dataset; another one is waited for. By default nothing is done: the database takes one process at a time.
     */
    default void begin(SqlConnection connection, String dataset, LoadPackage loadPackage) throws SQLException {}

    /**
     * About how many rows a table has, where the database knows that and counting them would take long: it would read all of
     * a large table. By default they are counted.
     *
     * @param table a table of the dataset
     * @return empty where they are to be counted
     */
    default OptionalLong estimatedRows(SqlConnection connection, String dataset, String table) throws SQLException {
        return OptionalLong.empty();
    }

    /** What has to be done after a commit, such as a checkpoint. */
    void afterCommit(SqlConnection connection) throws SQLException;

    /**
     * Says what failed, where, why, and what to do.
     *
     * @param doing what was tried, such as {@code load into table 'events'}; follows "Cannot"
     */
    DestinationException failure(String doing, SQLException cause);
}
