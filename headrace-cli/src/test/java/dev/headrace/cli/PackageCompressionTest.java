package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code package_compression}: who says it, and that packages of both kinds go together. */
class PackageCompressionTest extends CommandLineTest {

    private static final int PAGE = 500;
    private static final int PAGES = 4;
    private static final String COMPRESSED = "package_compression: zstd";

    private volatile boolean refusesLastPage;

    @BeforeEach
    void open() {
        api.otherwise(request -> page(Integer.parseInt(request.param("page").orElse("1"))));
        write("");
    }

    private Answer page(int number) {
        if (refusesLastPage && number == PAGES) {
            return Answer.status(500);
        }
        return Answer.json(IntStream.range((number - 1) * PAGE, number * PAGE)
                .mapToObj(
                        id -> "{\"id\": %d, \"title\": \"The title of event %d\", \"tags\": [\"a\"]}".formatted(id, id))
                .collect(Collectors.joining(",", "{\"pages\": " + PAGES + ", \"data\": [", "]}")));
    }

    private void write(String option) {
        shell.write("shop.yml", """
                destination: duckdb:shop.duckdb
                %s
                source:
                  client: {base_url: %s, retry: {max_attempts: 1}}
                  resources:
                    - name: events
                      write_disposition: replace
                      endpoint:
                        path: events
                        data_selector: data
                        paginator: {type: page_number, base_page: 1, total_path: pages}
                """.formatted(option, api.url()));
    }

    private Database database() {
        return new Database(shell.path("shop.duckdb"));
    }

    private Shell.Output run(String... options) {
        return shell.headrace(
                Stream.concat(Stream.of("run", "shop.yml"), Stream.of(options)).toArray(String[]::new));
    }

    /** The codecs of the files that a run leaves behind which cannot read to the end. */
    private List<String> codecs(String... options) throws IOException {
        refusesLastPage = true;
        Shell.Output failed =
                run(Stream.concat(Stream.of("--no-resume"), Stream.of(options)).toArray(String[]::new));
        assertThat(failed.err()).contains("What was read is kept");
        return codecsIn(shell.path(".headrace/pipelines/shop/packages/new"));
    }

    private List<String> codecsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            String parts = files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(file -> "'" + file + "'")
                    .collect(Collectors.joining(",", "[", "]"));
            return database().rows("SELECT DISTINCT compression FROM parquet_metadata(" + parts + ") ORDER BY ALL");
        }
    }

    @Test
    void theCallIsRightThenTheFile() throws IOException {
        assertThat(codecs()).containsExactly("UNCOMPRESSED");
        assertThat(codecs("--package-compression", "zstd")).containsExactly("ZSTD");
        assertThat(codecs("--set", "package_compression=zstd")).containsExactly("ZSTD");
        write(COMPRESSED);
        assertThat(codecs()).containsExactly("ZSTD");
        assertThat(codecs("--package-compression", "none")).containsExactly("UNCOMPRESSED");
    }

    @Test
    void whatIsLoadedDoesNotDependOnIt() {
        String rows = "SELECT id, title, value, _dlt_list_idx FROM shop_dataset.events"
                + " JOIN shop_dataset.events__tags ON events__tags._dlt_parent_id = events._dlt_id ORDER BY ALL";
        assertThat(run().exit()).isZero();
        List<String> plain = database().rows(rows);
        Shell.Output done = run("--package-compression", "zstd");

        assertThat(done.exit()).as(done.all()).isZero();
        assertThat(plain).hasSize(PAGES * PAGE);
        assertThat(database().rows(rows)).isEqualTo(plain);
    }

    @Test
    void laterRunsLoadAndGoOnWithPackagesOfEitherKind() throws IOException {
        for (String first : List.of("none", "zstd")) {
            refusesLastPage = true;
            Shell.Output failed = run("--package-compression", first);
            assertThat(failed.err()).contains("What was read is kept");
            refusesLastPage = false;
            Shell.Output next = run("--package-compression", first.equals("none") ? "zstd" : "none");

            assertThat(next.exit()).as(next.all()).isZero();
            assertThat(next.err()).contains("Goes on where the run of ");
            assertThat(database().rows("SELECT count(*), count(DISTINCT id) FROM shop_dataset.events"))
                    .containsExactly(PAGES * PAGE + "|" + PAGES * PAGE);
        }
    }

    @Test
    void retriesPackagesOfEitherKind() throws IOException {
        assertThat(run().exit()).isZero();
        database().change("ALTER TABLE shop_dataset.events ALTER title SET DATA TYPE BIGINT USING NULL");
        assertThat(run("--package-compression", "zstd").exit()).isEqualTo(ExitCode.FAILED);
        Path failed = shell.path(".headrace/pipelines/shop/packages/failed");
        assertThat(codecsIn(failed)).containsExactly("ZSTD");
        database().change("ALTER TABLE shop_dataset.events ALTER title SET DATA TYPE VARCHAR");
        String id = Objects.requireNonNull(failed.toFile().list())[0];
        Shell.Output retried = shell.headrace("packages", "retry", id);

        assertThat(retried.exit()).as(retried.all()).isZero();
        assertThat(database().rows("SELECT count(title) FROM shop_dataset.events"))
                .containsExactly("" + PAGES * PAGE);
    }

    @Test
    void namesTheNearestWord() {
        Shell.Output call = run("--package-compression", "ztsd");
        assertThat(call.exit()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(call.err())
                .contains("--package-compression: unknown compression 'ztsd'; did you mean 'zstd'? Known: none, zstd");

        write("package_compression: gzip");
        Shell.Output file = shell.headrace("check", "shop.yml", "--offline");
        assertThat(file.exit()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(file.err()).contains("shop.yml:2:", "package_compression: unknown compression 'gzip'", "none, zstd");

        write("package_compresion: zstd");
        assertThat(run().err()).contains("did you mean 'package_compression'?");
        assertThat(run("--package-compresion", "zstd").err()).contains("--package-compression");
        assertThat(shell.path("shop.duckdb")).doesNotExist();
    }
}
