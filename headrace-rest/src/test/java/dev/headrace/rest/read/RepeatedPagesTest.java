package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.SourceException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** APIs that give the same records again and again, on pages that differ in what stands around them. */
class RepeatedPagesTest {

    private static final List<String> ROADS = List.of(
            "",
            "'incremental': {'cursor_path': 'i'}, ",
            "'processing_steps': [{'filter': 'i > 0'}], ",
            "'processing_steps': [{'rename': {'i': 'n'}}], ");

    private final FakeApi api = FakeApi.start();
    private int runs;

    @AfterEach
    void stopApi() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data | {'t': N, 'data': [{'i': 1}, {'i': 2}], 'time': N}",
                "in.data | {'in': {'data': [{'i': 1}, {'i': 2}], 'time': N}, 'time': N}",
                "in.there.data | {'in': {'there': {'data': [ {'i': 1}, {'i': 2} ], 'm': {}}, 'time': N}}",
                "data[*] | {'t': N, 'data': [{'i': 1}, {'i': 2}], 'time': N}",
                "$..data | {'in': {'data': [{'i': 1}, {'i': 2}], 'time': N}}",
                "data | {'t': N, 'data': {'i': 1}, 'time': N}",
                "$ | [{'i': 1}, {'i': 2}]"
            })
    void areToldOfByTheirRecordsAlone(String selector, String page) {
        for (String road : ROADS) {
            assertThat(warnings(
                            selector,
                            road,
                            page(page, 1),
                            page(page, 2),
                            page(page, 3),
                            selector.equals("$") ? "[]" : "{}"))
                    .as(road)
                    .anySatisfy(warning -> assertThat(warning)
                            .contains("Page 2 of resource 'p'", "has the same records as the page before"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "data | {'data': [{'i': N}, {'i': 2}]}",
                "in.data | {'in': {'data': [{'i': 1}, {'i': N}]}}",
                "data[*] | {'data': [{'i': 1}, {'i': N}]}",
                "data | {'data': {'i': N}}",
                "all[*].r | {'all': [{'r': {'i': N}, 't': 1}, {'r': {'i': 2}}]}"
            })
    void areNotThoseWhoseRecordsDiffer(String selector, String page) {
        for (String road : ROADS) {
            assertThat(warnings(selector, road, page(page, 1), page(page, 2), page(page, 3), "{}"))
                    .as(road)
                    .noneMatch(warning -> warning.contains("the same records"));
        }
    }

    @Test
    void areNotThoseOfOneLengthThatDifferAnywhere() {
        String record = "{'before': '" + "b".repeat(1500) + "', 'i': N, 'behind': '" + "e".repeat(6000) + "'}";
        String[] pages = new String[31];
        Arrays.setAll(pages, number -> page("{'data': [" + record + "]}", 100 + number));
        pages[30] = "{}";

        for (String road : ROADS) {
            assertThat(warnings("data", road, pages))
                    .as(road)
                    .noneMatch(warning -> warning.contains("the same records"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data': [{'i': 1}], 'time': N}",
                "{'in': {'data': [{'i': 1}], 'time': N}}",
            })
    void areAFailureAfterManyWhereNothingElseEndsThem(String page) {
        String selector = page.startsWith("{'in'") ? "in.data" : "data";
        String[] pages = new String[30];
        Arrays.setAll(pages, number -> page(page, number));

        for (String road : ROADS) {
            assertThatThrownBy(() -> warnings(selector, road, pages))
                    .as(road)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContainingAll(
                            "having come to page 21,", "21 pages one after another have the same records");
        }
    }

    @Test
    void areTheReasonWhenMoreCameThanWasAnnounced() {
        String page = "{'total': 3, 'data': [{'i':1},{'i':2}]}";
        assertThat(warnings("data", "", "{'type': 'offset', 'limit': 2}", List.of(page, page)))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("Page 2 of resource 'p'", "offset=2", "the same records as the page before"),
                        second -> assertThat(second)
                                .contains("announced 3 records and 4 came: the same page came again")
                                .doesNotContain("null"));
    }

    private static String page(String page, int number) {
        return page.replace("N", String.valueOf(number));
    }

    private List<String> warnings(String selector, String road, String... pages) {
        return warnings(selector, road, "{'type': 'page_number', 'total_path': null}", List.of(pages));
    }

    private List<String> warnings(String selector, String road, String paginator, List<String> pages) {
        String path = "p" + ++runs;
        api.on(
                '/' + path,
                pages.stream().map(page -> Answer.json(page.replace('\'', '"'))).toArray(Answer[]::new));
        boolean ofEndpoint = road.startsWith("'incremental'");
        return Reading.of(
                        api.url(),
                        "[{'name': 'p', " + (ofEndpoint ? "" : road) + "'endpoint': {" + (ofEndpoint ? road : "")
                                + "'path': '" + path + "', 'data_selector': '" + selector + "', 'paginator': "
                                + paginator + "}}]")
                .warnings();
    }
}
