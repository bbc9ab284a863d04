package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in masked fields is neither shown nor kept anywhere, whatever goes wrong and wherever it is told. */
class MaskedValuesTest {

    private static final int PAGES = 12;

    /** So that the pages before it have gone to the background, and one follows. */
    private static final int FAULTY = 11;

    /** Characters that make a page as long as a megabyte. */
    private static final int FILLING = 1 << 20;

    private static final String RECORD = "{\"id\": 1, \"name\": \"Jo Marked\", \"n\": 1, \"at\": \"noon\"}";

    private static final Map<String, String> FAULTY_RECORDS = new TreeMap<>(Map.of(
            "escape", RECORD.replace("Jo Marked", "Jo Marked\\qMarked"),
            "control character", RECORD.replace("Jo Marked", "Jo Marked\u0001Marked"),
            "no string", RECORD.replace("\"Jo Marked\"", "Jo Marked"),
            "bracket", RECORD.replace(", \"n\"", "], \"n\""),
            "number", RECORD.replace("\"n\": 1", "\"n\": 01"),
            "cast", RECORD.replace("\"n\": 1", "\"n\": \"many\""),
            "new name that is there", RECORD.replace("\"at\"", "\"mail\": \"Marked\", \"at\""),
            "no key", RECORD.replace("\"id\": 1", "\"id\": null")));

    @TempDir
    Path temp;

    private final FakeApi api = FakeApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    static Stream<Arguments> faults() {
        return FAULTY_RECORDS.keySet().stream()
                .flatMap(fault -> Stream.of("fail", "quarantine")
                        .flatMap(rule -> Stream.of("[people]", "[people, others]", "[others, people]")
                                .map(order -> Arguments.of(fault, rule, order))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void noFaultShowsOrKeepsAMaskedValue(String fault, String rule, String resources) throws IOException {
        api.otherwise(request -> page(
                request,
                request.path().equals("/people") ? Objects.requireNonNull(FAULTY_RECORDS.get(fault)) : RECORD));
        Shell shell = shell(rule, resources);

        Shell.Output output = shell.headrace("run", "people.yml", "--report", "report.json", "--json");

        assertThat(output.all()).contains("people").doesNotContain("Marked");
        assertNothingKept(shell);
        if (output.exit() != ExitCode.DONE) {
            assertThat(output.err()).containsAnyOf("page " + FAULTY + " of resource 'people'", "table 'people'");
        }
    }

    private Shell shell(String rule, String resources) {
        Shell shell = new Shell(temp).export("RUNTIME__LOG_LEVEL", "DEBUG");
        shell.write("people.yml", """
                client: {base_url: '%s'}
                resource_defaults:
                  on_bad_row: %s
                  columns: {id: {data_type: bigint, nullable: false}}
                  endpoint: {data_selector: data, paginator: {type: json_link, next_url_path: next}}
                  processing_steps: [{rename: {name: mail}}, {mask: {mail: redact}}, {cast: {n: bigint}}]
                resources: %s
                """.formatted(api.url(), rule, resources));
        return shell;
    }

    private Answer page(RecordedRequest request, String faulty) {
        int number = Integer.parseInt(request.param("page").orElse("1"));
        String next = number == PAGES ? "null" : "\"" + request.path() + "?page=" + (number + 1) + "\"";
        String record = number == FAULTY ? faulty : RECORD;
        return Answer.json("{\"next\": " + next + ", \"data\": [" + RECORD + "," + " ".repeat(FILLING) + record + "]}");
    }

    private static void assertNothingKept(Shell shell) throws IOException {
        try (Stream<Path> files = Files.walk(shell.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.getFileName().toString())
                        .doesNotContain("Marked");
            }
        }
    }
}
