package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.SealedJson;
import dev.headrace.testkit.api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code headrace packages}: what it shows, loads once more and drops. */
class PackagesCommandTest extends CommandLineTest {

    private volatile int events = 2;

    @BeforeEach
    void open() {
        api.otherwise(request -> Answer.json(IntStream.range(0, events)
                .mapToObj("{\"id\": %d, \"title\": \"t\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"))));
        shell.write("events.yml", """
                pipeline: shop
                destination: duckdb:shop.duckdb
                source:
                  client: {base_url: %s, paginator: single_page}
                  resources:
                    - name: events
                      write_disposition: append
                      endpoint: {path: /events, incremental: {cursor_path: id, initial_value: -1}}
                """.formatted(api.url()));
    }

    private Database database() {
        return new Database(shell.path("shop.duckdb"));
    }

    private void titlesAre(String type) {
        database()
                .change("ALTER TABLE shop_dataset.events ALTER title SET DATA TYPE " + type
                        + (type.equals("BIGINT") ? " USING NULL" : ""));
    }

    /** Loads two events, then fails to load two more; gives the id of that package. */
    private String fail() {
        Shell.Output first = shell.headrace("run", "events.yml");
        assertThat(first.exit()).as(first.err()).isZero();
        titlesAre("BIGINT");
        events = 4;
        Shell.Output failed = shell.headrace("run", "events.yml");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err()).contains("can never be loaded as it is", "headrace packages show");
        return stage("failed").get(0);
    }

    private List<String> stage(String stage) {
        try (Stream<Path> found = Files.list(shell.path(".headrace/pipelines/shop/packages/" + stage))) {
            return found.map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<String> ids() {
        return database().rows("SELECT id FROM shop_dataset.events ORDER BY id");
    }

    @Test
    void saysThatThereAreNone() {
        Shell.Output none = shell.headrace("packages", "list");

        assertThat(none.exit()).isZero();
        assertThat(none.out()).startsWith("No packages wait or failed in ");
        assertThat(shell.headrace("packages", "list", "--json").out().strip()).isEqualTo("[]");
        assertThat(shell.path(".headrace")).doesNotExist();
    }

    @Test
    void listsWhatFailed() {
        String id = fail();

        assertThat(shell.headrace("packages", "list").out())
                .contains(
                        id, "shop", "failed", "duckdb:" + shell.path("shop.duckdb"), "Cannot load into table 'events'");
        assertThat(shell.headrace("packages", "list", "events.yml", "--json").out())
                .contains("\"id\":\"" + id + "\"", "\"stage\":\"failed\"", "\"rows\":2", "\"reason\":\"Cannot load");
        assertThat(shell.headrace("packages", "list", "--pipeline", "other").out())
                .contains("No packages");
    }

    @Test
    void listsWhatIsUnfinished() throws IOException {
        Path unfinished =
                Files.createDirectories(shell.path(".headrace/pipelines/shop/packages/new/1767225600.000009"));
        Files.writeString(
                unfinished.resolve("checkpoint.json"),
                SealedJson.seal(
                        "{\"created_at\":\"2026-01-01T00:00:00Z\",\"destination\":{\"type\":\"duckdb\","
                                + "\"location\":\"/shop.duckdb\",\"dataset\":\"shop\"},"
                                + "\"columns\":[[\"id\",\"title\"]],\"parts\":{\"events\":["
                                + "{\"rows\":12000,\"bytes\":5000,\"columns\":0},{\"rows\":300,\"bytes\":100,\"columns\":0}]}}"));

        assertThat(shell.headrace("packages", "list").out())
                .contains("unfinished, 12,300 rows; the next run goes on with it", "5.1 kB", "duckdb:/shop.duckdb");
        assertThat(shell.headrace("packages", "show", "1767225600.000009").out())
                .contains("id, title");
        assertThat(shell.headrace("packages", "drop", "1767225600.000009", "--yes")
                        .out())
                .contains("The next run begins anew");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void showsOneInFull() {
        String id = fail();

        Shell.Output shown = shell.headrace("packages", "show", id);

        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("Package " + id + " of pipeline shop, failed")
                .contains("dataset 'shop_dataset' of duckdb:")
                .contains("State     changes to version 2")
                .contains("append       id, title, _dlt_load_id, _dlt_id")
                .contains("Could not convert string 't' to INT64")
                .contains("headrace packages retry " + id);
    }

    @Test
    void loadsAFailedPackageOnceTheTableFitsAgain() {
        String id = fail();
        assertThat(shell.headrace("packages", "retry", id).exit()).isEqualTo(1);
        assertThat(stage("failed")).containsExactly(id);
        titlesAre("VARCHAR");

        Shell.Output retried = shell.headrace("packages", "retry", id);

        assertThat(retried.exit()).as(retried.err()).isZero();
        assertThat(retried.out()).contains("2 rows into");
        assertThat(stage("failed")).isEmpty();
        assertThat(ids()).containsExactly("0", "1", "2", "3");
        Shell.Output next = shell.headrace("run", "events.yml", "--json");
        assertThat(next.exit()).isZero();
        assertThat(ids()).containsExactly("0", "1", "2", "3");
    }

    @Test
    void movesNothingBackWhenThePipelineHasGoneOn() {
        String id = fail();
        titlesAre("VARCHAR");
        events = 6;
        assertThat(shell.headrace("run", "events.yml").err()).contains("Package " + id + " failed on");
        List<String> states =
                database().rows("SELECT version, state FROM shop_dataset._dlt_pipeline_state ORDER BY ALL");

        Shell.Output late = shell.headrace("packages", "retry", id);
        assertThat(late.exit()).isEqualTo(1);
        assertThat(late.err()).contains("has gone on without it", "--rows-only", "'events' is loaded with append");
        assertThat(ids()).hasSize(6);

        Shell.Output rows = shell.headrace("packages", "retry", id, "events.yml", "--rows-only");
        assertThat(rows.exit()).as(rows.err()).isZero();
        assertThat(rows.err()).contains("without its state");
        assertThat(ids()).containsExactly("0", "1", "2", "2", "3", "3", "4", "5");
        assertThat(database().rows("SELECT version, state FROM shop_dataset._dlt_pipeline_state ORDER BY ALL"))
                .isEqualTo(states);
        assertThat(database().count("shop_dataset._dlt_version")).isEqualTo(1);
    }

    @Test
    void dropsOnlyWhenAskedTo() {
        String id = fail();

        Shell.Output asked = shell.headrace("packages", "drop", id);
        assertThat(asked.out()).contains("Would drop package " + id, "2 rows in 1 table,", "Add --yes");
        assertThat(stage("failed")).containsExactly(id);

        assertThat(shell.headrace("packages", "drop", id, "--yes").out()).contains("Dropped package " + id);
        assertThat(stage("failed")).isEmpty();
        titlesAre("VARCHAR");
        assertThat(shell.headrace("run", "events.yml").err()).doesNotContain("failed on");
    }

    @Test
    void dropsAllThatFailed() {
        fail();
        shell.headrace("run", "events.yml");
        List<String> ids = stage("failed");
        assertThat(ids).hasSize(2);

        assertThat(shell.headrace("packages", "drop", "--failed", "--pipeline", "other")
                        .out())
                .startsWith("No packages failed in ");
        assertThat(shell.headrace("packages", "drop", "--failed", "events.yml").out())
                .contains("Would drop package " + ids.get(0), "Would drop package " + ids.get(1), "Add --yes");
        assertThat(stage("failed")).hasSize(2);
        assertThat(shell.headrace("packages", "drop", "--failed", "--yes").out())
                .contains("Dropped package " + ids.get(0), "Dropped package " + ids.get(1));
        assertThat(stage("failed")).isEmpty();
    }

    @Test
    void showsWhatAPackageTakesAway() {
        shell.write(
                "events.yml",
                shell.read("events.yml")
                        .replace(", incremental: {cursor_path: id, initial_value: -1}", "")
                        .replace(
                                "write_disposition: append",
                                "write_disposition: merge\n      primary_key: id\n      deletes: soft\n      max_delete: 5%"));
        String id = fail();

        assertThat(shell.headrace("packages", "show", id).out())
                .contains("merge (delete-insert), deletes soft (at most 5%)");
        assertThat(shell.headrace("packages", "show", id, "--json").out())
                .contains("\"deletes\":\"soft\",\"max_delete\":\"5%\"");
    }

    @Test
    void keepsItsHandsOffWhileARunHasTheFolder() {
        String id = fail();
        titlesAre("VARCHAR");
        StringBuilder seen = new StringBuilder();
        api.otherwise(request -> {
            seen.append(shell.headrace("packages", "list").out());
            Shell.Output dropped = shell.headrace("packages", "drop", id, "--yes");
            Shell.Output retried = shell.headrace("packages", "retry", id);
            seen.append(dropped.exit())
                    .append(dropped.err())
                    .append(retried.exit())
                    .append(retried.err());
            return Answer.json("[]");
        });

        assertThat(shell.headrace("run", "events.yml").exit()).isZero();

        assertThat(seen.toString()).contains(id).containsPattern("(?s)1error: Cannot use .*1error: Cannot use ");
        assertThat(stage("failed")).containsExactly(id);
    }

    @Test
    void namesTheNearestIdAndTheNearestAction() {
        String id = fail();

        Shell.Output wrong = shell.headrace("packages", "show", id.substring(1));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("did you mean '" + id + "'?");
        assertThat(shell.headrace("packages", "shwo").err()).contains("did you mean 'show'?");
        assertThat(shell.headrace("packages", "retry").err()).contains("needs the ID");
        String committed = stage("committed").get(0);
        assertThat(shell.headrace("packages", "drop", committed, "--yes").err()).contains("it is committed");
        assertThat(shell.headrace("packages", "retry", committed).err()).contains("it is committed");
    }

    @Test
    void addsUpWhatAWaitingPackageAndTheRunBringToATable() throws IOException {
        String id = fail();
        Path packages = shell.path(".headrace/pipelines/shop/packages");
        Files.move(packages.resolve("failed/" + id), packages.resolve("normalised/" + id));
        titlesAre("VARCHAR");
        events = 7;

        Shell.Output next = shell.headrace("run", "events.yml");

        assertThat(next.err()).contains("left package " + id + " behind; it is loaded first");
        assertThat(next.out().lines().filter(line -> line.startsWith("events ")))
                .singleElement()
                .asString()
                .containsPattern("events +5 +7 ");
        assertThat(next.out()).contains("5 rows into ");
    }

    @Test
    void doesNotLoadTwiceWhatWasCommittedBeforeTheProcessDied() throws IOException {
        assertThat(shell.headrace("run", "events.yml").exit()).isZero();
        String id = stage("committed").get(0);
        String manifest = shell.path(".headrace/pipelines/shop/packages/committed/" + id) + "/manifest.json";
        Path pending = Files.createDirectories(shell.path(".headrace/pipelines/shop/packages/normalised/" + id));
        Files.move(Path.of(manifest), pending.resolve("manifest.json"));
        Files.delete(Path.of(manifest).getParent());
        restoreParts(pending);
        events = 3;

        Shell.Output next = shell.headrace("run", "events.yml");

        assertThat(next.exit()).as(next.err()).isZero();
        assertThat(ids()).containsExactly("0", "1", "2");
        assertThat(stage("committed")).contains(id).hasSize(2);
        assertThat(stage("failed")).isEmpty();
    }

    /** What a commit deletes is not needed for what is there already; the manifest is told so. */
    private static void restoreParts(Path pending) throws IOException {
        Path manifest = pending.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst("\"crc\":\"[^\"]*\",", "")
                        .replaceAll("\"parts\":\\[\\{[^]]*][^]]*]", "\"parts\":[]"));
    }
}
