package dev.headrace.engine.loadpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headrace.DataException;
import dev.headrace.engine.column.BatchWriter;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.schema.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageWriterTest {

    @TempDir
    private Path folder;

    private PackageStore store;

    @BeforeEach
    void open() {
        store = Packages.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void writesBatchAfterBatchIntoOnePart() throws SQLException {
        try (PackageWriter writer = store.begin()) {
            BatchWriter events = writer.open("events");
            TableBatch batch = Packages.batch();
            for (int i = 0; i < 50; i++) {
                batch = Packages.fill(events, batch, i * 100L, 100);
            }
            LoadPackage written = Packages.finish(writer);

            assertThat(parts(written)).extracting(PartFile::rows).containsExactly(5000L);
            assertThat(query("SELECT count(*), count(DISTINCT n), max(n)", parts(written)))
                    .isEqualTo("5000 5000 4999");
        }
    }

    @Test
    void beginsAPartWhenColumnsAreAdded() throws SQLException {
        try (PackageWriter writer = store.begin()) {
            BatchWriter events = writer.open("events");
            TableBatch batch = Packages.fill(events, 0, 10);
            batch = Packages.fill(events, batch, 10, 10);
            batch.add(ColumnBuffer.of("m", DataType.BIGINT));
            batch = Packages.fill(events, batch, 20, 10);
            batch = Packages.fill(events, batch, 30, 10);
            List<PartFile> parts = Objects.requireNonNull(writer.parts().get("events"));

            assertThat(parts).extracting(PartFile::columns).containsExactly(List.of("n"), List.of("n", "m"));
            assertThat(parts).extracting(PartFile::rows).containsExactly(20L, 20L);
            assertThat(query("SELECT count(*), count(m), sum(n), sum(m)", parts))
                    .isEqualTo("40 20 780 590");
        }
    }

    @Test
    void givesEmptyBatchesWithAllColumns() {
        try (PackageWriter writer = store.begin()) {
            BatchWriter events = writer.open("events");
            TableBatch first = Packages.batch();
            first.add(ColumnBuffer.constantText("load", "1.5"));
            first.addRow();
            TableBatch second = events.exchange(first);
            second.add(ColumnBuffer.of("m", DataType.BIGINT));
            second.addRow();
            TableBatch third = events.exchange(second);

            assertThat(third.rows()).isZero();
            assertThat(third.columns()).extracting(ColumnBuffer::name).containsExactly("n", "load", "m");
            assertThat(third.columns().get(2)).isNotSameAs(second.columns().get(2));
        }
    }

    @Test
    void asksWhichTimestampsAreMoments() throws SQLException {
        try (PackageWriter writer = store.begin()) {
            BatchWriter events = writer.open("events", column -> column.equals("at"));
            TableBatch batch = new TableBatch("events");
            batch.add(ColumnBuffer.of("at", DataType.TIMESTAMP));
            batch.add(ColumnBuffer.of("local", DataType.TIMESTAMP));
            Packages.fill(events, batch, 0, 1);

            assertThat(query(
                            "SELECT typeof(\"at\"), typeof(local)",
                            Objects.requireNonNull(writer.parts().get("events"))))
                    .isEqualTo("TIMESTAMP WITH TIME ZONE TIMESTAMP");
        }
    }

    @Test
    void keepsTablesApartWhoseNamesLookAlike() {
        try (PackageWriter writer = store.begin()) {
            Packages.fill(writer.open("a/b"), 0, 1);
            Packages.fill(writer.open("a?b"), 0, 1);
            Packages.fill(writer.open("x".repeat(5000)), 0, 1);

            assertThat(writer.parts()).containsOnlyKeys("a/b", "a?b", "x".repeat(5000));
        }
    }

    @Test
    void leavesTablesWithoutRowsOut() {
        try (PackageWriter writer = store.begin()) {
            writer.open("events");

            assertThat(writer.parts()).isEmpty();
            assertThat(writer.parts()).isEmpty();
            assertThat(Packages.finish(writer).tables()).allMatch(table -> table.rows() == 0);
        }
    }

    @Test
    void isNotPendingBeforeItIsFinished() {
        try (PackageWriter writer = store.begin()) {
            Packages.fill(writer.open("events"), 0, 1);
            writer.parts();
            assertThat(store.pending()).isEmpty();

            LoadPackage written = Packages.finish(writer);
            assertThat(store.pending()).containsExactly(written);
        }
    }

    @Test
    void leavesNothingWhenItIsClosedUnfinished() {
        try (PackageWriter writer = store.begin()) {
            Packages.fill(writer.open("events"), 0, 1);
        }

        assertThat(folder.resolve("packages/new")).isEmptyDirectory();
        assertThat(store.pending()).isEmpty();
    }

    @Test
    void leavesNothingWhenItIsClosedByAnInterruptedThread() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        boolean stillInterrupted;
        try (PackageWriter writer = store.begin()) {
            Packages.fill(writer.open("events"), 0, 1);
            Thread.currentThread().interrupt();
        } finally {
            stillInterrupted = Thread.interrupted();
        }

        assertThat(stillInterrupted).isTrue();
        assertThat(folder.resolve("packages/new")).isEmptyDirectory();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .doesNotContain("headrace-package-writer");
    }

    @Test
    void tellsAtALaterCallWhatFailedInTheBackground() throws IOException {
        try (PackageWriter writer = store.begin()) {
            Disk.deleteFolder(folder.resolve("packages/new").resolve(writer.id().value()));
            BatchWriter events = writer.open("events");

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> {
                        TableBatch batch = Packages.batch();
                        for (int i = 0; i < 4; i++) {
                            batch = Packages.fill(events, batch, i, 1);
                        }
                    })
                    .withMessageContaining("Cannot write the load package")
                    .withMessageContaining("--pipelines-dir");
            assertThatExceptionOfType(DataException.class).isThrownBy(writer::parts);
            java.nio.file.Files.createDirectories(
                    folder.resolve("packages/new").resolve(writer.id().value()));
        }
    }

    @Test
    void letsSeveralCallersWriteOneTable() throws SQLException {
        try (PackageWriter writer = store.begin()) {
            BatchWriter first = writer.open("events");
            BatchWriter second = writer.open("events");
            Packages.fill(second, 0, 3);
            Packages.fill(first, 10, 2);
            List<PartFile> parts = Objects.requireNonNull(writer.parts().get("events"));

            assertThat(parts).extracting(PartFile::rows).containsExactly(2L, 3L);
            assertThat(query("SELECT count(*), sum(n)", parts)).isEqualTo("5 24");
        }
    }

    private static List<PartFile> parts(LoadPackage written) {
        return written.tables().get(0).parts();
    }

    private static String query(String select, List<PartFile> parts) throws SQLException {
        String files = parts.stream().map(part -> "'" + part.file() + "'").collect(Collectors.joining(",", "[", "]"));
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet result =
                        statement.executeQuery(select + " FROM read_parquet(" + files + ", union_by_name=true)")) {
            result.next();
            StringBuilder row = new StringBuilder(result.getString(1));
            for (int i = 2; i <= result.getMetaData().getColumnCount(); i++) {
                row.append(' ').append(result.getString(i));
            }
            return row.toString();
        }
    }
}
