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
import java.util.function.Function;
import java.util.stream.Collectors;

/** A package with a table of many rows, each key twice: first with {@code v} = 1, then with {@code v} = 2. */
final class LargeLoad {

    private final String name;
    private final Path file;
    private final int keys;

    LargeLoad(Path folder, int keys) {
        this(folder, "big", keys);
    }

    /** @param name of the table */
    LargeLoad(Path folder, String name, int keys) {
        this.name = name;
        this.file = folder.resolve(name + ".parquet");
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

    /** Both tables in one package. */
    LoadPackage append(String id, LargeLoad other) {
        WriteDisposition append = WriteDisposition.append();
        return load(id, List.of(tableLoad(append), other.tableLoad(append)));
    }

    private LoadPackage load(String id, WriteDisposition disposition) {
        return load(id, List.of(tableLoad(disposition)));
    }

    private TableLoad tableLoad(WriteDisposition disposition) {
        TableSchema table = root(name, disposition, key("id", DataType.BIGINT), bigint("v"), text("filler"));
        List<String> columns =
                table.completeColumns().stream().map(ColumnSchema::name).toList();
        PartFile part = new PartFile(file, 2L * keys, file.toFile().length(), columns);
        return new TableLoad(table, disposition, List.of(part));
    }

    private static LoadPackage load(String id, List<TableLoad> tables) {
        Map<String, TableSchema> schemas =
                tables.stream().map(TableLoad::table).collect(Collectors.toMap(TableSchema::name, Function.identity()));
        Schema schema = new Schema("source", 1, "hash", "{}", schemas);
        return new LoadPackage(new LoadId(id), "pipe", schema, Instant.EPOCH, tables, Optional.empty());
    }
}
