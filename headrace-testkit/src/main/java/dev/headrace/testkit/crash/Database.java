package dev.headrace.testkit.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A kind of database, and how those of its kind are made for each folder in which a pipeline runs. */
interface Database {

    /** For people. */
    String name();

    /** What {@code --destination} is given. */
    String destination(Path folder);

    /** Opens the database of a folder for looking only; it may be held by nobody else. */
    Connection look(Path folder) throws SQLException;

    /** Whether there is anything to look at. */
    boolean exists(Path folder);

    /** Makes the database of a folder; empty. */
    void create(Path folder);

    /** Makes the database of one folder as a copy of that of another; files in folders have been copied. */
    void copy(Path from, Path to);

    /** Gives a database up. */
    void drop(Path folder) throws IOException;
}
