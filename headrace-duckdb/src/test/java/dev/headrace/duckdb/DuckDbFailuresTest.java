package dev.headrace.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages on the left are the driver's. */
final class DuckDbFailuresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IO Error: Could not set lock on file \"/x/e.db\": Conflicting lock is held in /usr/bin/python3 (PID 42). See | open: /usr/bin/python3 (process 42)",
                "IO Error: Trying to read a database file with version number 99. The file was created with a newer version of DuckDB. | Update Headrace",
                "IO Error: Cannot open file \"/x/e.db\": Permission denied | Allow writing to /x/e.db",
                "IO Error: Could not write file \"/x/e.db\": No space left on device | Make room on the disk",
                "Out of Memory Error: could not allocate block of size 256.0 KiB | 'memory_limit'",
            })
    void saysWhatToDo(String message, String advice) {
        String explained = DuckDbFailures.explain(
                        "load package 1.1 in DuckDB database /x/e.db", Path.of("/x/e.db"), new SQLException(message))
                .message();

        assertThat(explained)
                .startsWith("Cannot load package 1.1 in DuckDB database /x/e.db: ")
                .contains(advice);
    }
}
