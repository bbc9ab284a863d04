package dev.headrace.duckdb;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.key;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;

import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Schema;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A package with a table of many rows, each key twice: first with {@code v} = 1, then with {@code v} = 2. */
final class LargeLoad {

    private final Path file;
    private final int keys;

    LargeLoad(Path folder, int keys) {
        this.file = folder.resolve("large.parquet");
        this.keys = keys;
        DuckDbProbe.execute(
                "jdbc:duckdb:",
                "COPY (SELECT i % " + keys + " AS id, 1 + i // " + keys
                        + " AS v, 'filler ' || md5(i::VARCHAR) AS filler,"
                        + " '1.1' AS _dlt_load_id, 'r' || i AS _dlt_id FROM range(" + 2 * keys
                        + ") t(i) ORDER BY i) TO '"
                        + file + "' (FORMAT parquet)");
    }

    LoadPackage merge(String id) {
        return load(id, WriteDisposition.merge());
    }

    LoadPackage append(String id) {
        return load(id, WriteDisposition.append());
    }

    LoadPackage replace(String id) {
        return load(id, WriteDisposition.replace());
    }

    private static TableSchema table(WriteDisposition disposition) {
        return root("big", disposition, key("id", DataType.BIGINT), bigint("v"), text("filler"));
    }

    private LoadPackage load(String id, WriteDisposition disposition) {
        TableSchema table = table(disposition);
        List<String> columns =
                table.completeColumns().stream().map(ColumnSchema::name).toList();
        PartFile part = new PartFile(file, 2L * keys, file.toFile().length(), columns);
        Schema schema = new Schema("source", 1, "hash", "{}", Map.of("big", table));
        TableLoad load = new TableLoad(table, disposition, List.of(part));
        return new LoadPackage(new LoadId(id), "pipe", schema, Instant.EPOCH, List.of(load), Optional.empty());
    }
}
