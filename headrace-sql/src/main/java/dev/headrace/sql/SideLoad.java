package dev.headrace.sql;

import dev.headrace.load.TableLoad;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Fills tables beside the transaction of a load: tables that the load makes, so that nobody can see them yet. The transaction
 * brings them into the dataset when their rows are there, and so they appear together with everything else it does. Used by one
 * thread, for one package; closed after the transaction, however that ended.
 */
public interface SideLoad extends AutoCloseable {

    /**
     * A table that a load makes.
     *
     * @param load its rows; has at least one part
     * @param definition its columns in brackets, as they follow its name in the statement that makes it
     */
    record NewTable(TableLoad load, String definition) {}

    /**
     * What was put into a table.
     *
     * @param rows as the database says
     * @param took from the first row to the last
     */
    record Filled(long rows, Duration took) {}

    /** One that leaves all tables to the transaction. */
    static SideLoad none() {
        return NoSideLoad.INSTANCE;
    }

    /**
     * Begins to fill some of the tables, or none where that is not worth its while or not possible. Called once at most, when
     * the transaction is the only one that loads the pipeline into the dataset.
     *
     * @param connection that of the transaction
     * @param tables in the order in which the transaction will want them
     */
    void begin(SqlConnection connection, List<NewTable> tables) throws SQLException;

    /** Whether a table is filled here: then the transaction must not make it, but {@linkplain #bringIn bring it in}. */
    boolean has(String table);

    /**
     * Waits for the rows of all tables that are filled here, and puts one of them into the dataset within the transaction.
     *
     * @throws dev.headrace.DestinationException when one of the tables could not be filled
     */
    Filled bringIn(SqlConnection connection, String table) throws SQLException;

    /** Stops what is under way. Nothing is left of tables that no transaction has brought in. */
    @Override
    void close();
}
