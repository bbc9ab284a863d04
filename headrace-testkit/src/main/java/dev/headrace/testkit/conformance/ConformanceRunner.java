package dev.headrace.testkit.conformance;

import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.conformance.DatasetSnapshot.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one case: a fresh home, working folder and database, then each run as a new process would, and after each a look at
 * what is observable. Used for one case and closed.
 */
public final class ConformanceRunner implements AutoCloseable {

    /** Opens a database for reading. */
    @FunctionalInterface
    public interface Reader {
        /** @param database the case's file; of no meaning for a database on a server */
        Connection open(Path database) throws SQLException;

        /** Whether there is anything to open. */
        default boolean exists(Path database) {
            return Files.exists(database);
        }
    }

    private final ConformanceCase conformanceCase;
    private final Loader loader;
    private final Reader reader;
    private final FakeApi api = FakeApi.start();
    private final Placeholders placeholders = new Placeholders(api.url(), api.otherUrl());
    private final Path home;
    private final Path work;
    private final Path database;
    private int loadsBefore;

    /** @param folder an empty folder for everything the case writes */
    public ConformanceRunner(ConformanceCase conformanceCase, Path folder, Loader loader, Reader reader)
            throws IOException {
        this.conformanceCase = conformanceCase;
        this.loader = loader;
        this.reader = reader;
        this.home = Files.createDirectories(folder.resolve("home"));
        this.work = Files.createDirectories(folder.resolve("work"));
        this.database = folder.resolve("out.duckdb");
        Files.createDirectories(work.resolve(".dlt"));
    }

    /** Runs the case. Returns what differs from its expectations, each with the number of the run; empty: it passes. */
    public List<String> differences() throws IOException, SQLException {
        List<String> differences = new ArrayList<>();
        int number = 1;
        for (CaseRun run : conformanceCase.runs()) {
            for (String difference : execute(run)) {
                differences.add("run " + number + ": " + difference);
            }
            number++;
        }
        return differences;
    }

    private List<String> execute(CaseRun run) throws IOException, SQLException {
        RouteResponder responder = new RouteResponder(run.routes(), placeholders);
        api.otherwise(responder);
        if (run.freshHome()) {
            empty(home);
        }
        Loader.Call call = prepare(run);
        Loader.Result result = loader.run(call);
        return compare(run, result, readReport(call.report()), responder.seen());
    }

    private Loader.Call prepare(CaseRun run) throws IOException {
        Path config = Files.writeString(work.resolve("config.json"), placeholders.fill(run.config()));
        writeSecrets(run.options("secrets"));
        Path report = work.resolve("report.json");
        Files.deleteIfExists(report);
        Map<String, String> environment = new LinkedHashMap<>();
        run.options("env").forEach((name, value) -> environment.put(name, placeholders.fill(Json.text(value, ""))));
        return new Loader.Call(
                config,
                flags(run),
                conformanceCase.pipeline(),
                conformanceCase.dataset(),
                database,
                home,
                work,
                report,
                environment);
    }

    private static List<String> flags(CaseRun run) {
        List<String> flags = new ArrayList<>();
        run.options("source_options").forEach((option, value) -> {
            String prefix = option.equals("schema_contract") ? "--source-" : "--";
            flags.add(prefix + option.replace('_', '-'));
            flags.add(value instanceof String text ? text : CaseFile.write(value));
        });
        run.options("run_options").forEach((option, value) -> {
            flags.add("--" + option.replace('_', '-'));
            flags.add(value instanceof String text ? text : CaseFile.write(value));
        });
        return flags;
    }

    private void writeSecrets(Map<String, @Nullable Object> secrets) throws IOException {
        Map<String, StringBuilder> sections = new TreeMap<>();
        secrets.forEach((path, value) -> {
            int dot = path.lastIndexOf('.');
            String text = value instanceof String plain ? placeholders.fill(plain) : Json.text(value, "");
            sections.computeIfAbsent(path.substring(0, Math.max(dot, 0)), s -> new StringBuilder())
                    .append(path.substring(dot + 1))
                    .append(" = ")
                    .append(value instanceof String ? CaseFile.write(text) : text)
                    .append('\n');
        });
        StringBuilder toml = new StringBuilder();
        sections.forEach((section, keys) ->
                toml.append(section.isEmpty() ? "" : "[" + section + "]\n").append(keys));
        if (!secrets.isEmpty()) {
            Files.writeString(work.resolve(".dlt/secrets.toml"), toml);
        }
    }

    private static Map<String, @Nullable Object> readReport(Path report) throws IOException {
        return Files.exists(report)
                ? Json.object(Json.object(CaseFile.parseContainer(Files.readString(report)))
                        .get("error"))
                : Map.of();
    }

    private List<String> compare(
            CaseRun run, Loader.Result result, Map<String, @Nullable Object> report, List<SeenRequest> seen)
            throws SQLException {
        Map<String, @Nullable Object> expected = run.expectation();
        DatasetSnapshot snapshot = snapshot().masked(placeholders);
        List<String> differences = new ArrayList<>(ErrorComparison.differences(expected.get("error"), result, report));
        if (expected.containsKey("requests")) {
            differences.addAll(new RequestComparison(Json.object(expected.get("requests")), seen).differences());
        }
        if (expected.containsKey("tables")) {
            differences.addAll(new TableComparison(Json.object(expected.get("tables")), snapshot).differences());
        }
        differences.addAll(compareLoads(expected, snapshot.loads()));
        differences.addAll(compareSystemTables(Json.object(expected.get("system_tables")), snapshot));
        differences.addAll(compareWarnings(Json.list(expected.get("warnings_mention")), result.output()));
        return differences;
    }

    private List<String> compareLoads(Map<String, @Nullable Object> expected, List<Load> loads) {
        List<Load> added = loads.subList(Math.min(loadsBefore, loads.size()), loads.size());
        loadsBefore = loads.size();
        if (!expected.containsKey("loads")) {
            return List.of();
        }
        Map<String, @Nullable Object> wanted = Json.object(expected.get("loads"));
        List<Long> statuses = added.stream().map(Load::status).toList();
        boolean sameCount = Json.canonical(wanted.get("new")).equals(Json.canonical(added.size()));
        boolean sameStatuses = !wanted.containsKey("statuses")
                || Json.canonical(wanted.get("statuses")).equals(Json.canonical(statuses));
        return sameCount && sameStatuses
                ? List.of()
                : List.of("loads: " + added.size() + " new with statuses " + statuses + ", expected " + wanted);
    }

    private static List<String> compareSystemTables(Map<String, @Nullable Object> expected, DatasetSnapshot snapshot) {
        List<String> differences = new ArrayList<>();
        expected.forEach((name, properties) -> {
            DatasetSnapshot.Table table = snapshot.systemTables().get(name);
            if (table == null) {
                differences.add("system table " + name + ": missing");
                return;
            }
            Map<String, Object> columns = new LinkedHashMap<>();
            table.columns()
                    .forEach((column, c) ->
                            columns.put(column, Map.of("duckdb_type", c.type(), "nullable", c.nullable())));
            Object have = Map.of("columns", columns, "row_count", table.rowCount());
            if (!Json.canonical(properties).equals(Json.canonical(have))) {
                differences.add("system table " + name + ": " + have + ", expected " + properties);
            }
        });
        return differences;
    }

    private static List<String> compareWarnings(List<@Nullable Object> mentions, String output) {
        String told = output.toLowerCase(java.util.Locale.ROOT);
        return mentions.stream()
                .filter(m -> Json.texts(m).stream().noneMatch(t -> told.contains(t.toLowerCase(java.util.Locale.ROOT))))
                .map(m -> "output does not warn about " + m)
                .toList();
    }

    private DatasetSnapshot snapshot() throws SQLException {
        if (!reader.exists(database)) {
            return DatasetSnapshot.empty();
        }
        try (Connection connection = reader.open(database)) {
            return new SnapshotReader(connection, conformanceCase.dataset()).read();
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder))
                    .forEach(ConformanceRunner::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
