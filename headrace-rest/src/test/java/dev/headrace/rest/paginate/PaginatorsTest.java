package dev.headrace.rest.paginate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.config.Settings;
import dev.headrace.rest.http.TestNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaginatorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"auto\"", "{\"type\": \"auto\"}"})
    void autoLeavesTheChoiceToTheFirstPage(String node) {
        assertThat(Paginators.create(TestNode.of(node), TestNode.context(Settings.none())))
                .isEmpty();
    }

    @Test
    void theDefaultsAreThoseOfDlt() {
        Total total = Total.byDefault();
        assertThat(total.path().toString()).isEqualTo("total");
        assertThat(Sequence.paginator("{\"type\": \"offset\", \"limit\": 3}").toString())
                .isEqualTo(Paginators.offset(3).toString().replaceAll("@[0-9a-f]+", ""));
        assertThat(Sequence.paginator("\"header_cursor\"")).isEqualTo(Paginators.headerCursor("next", "cursor"));
        assertThat(Sequence.paginator("\"header_link\"")).isEqualTo(Paginators.headerLink("next"));
        assertThat(Sequence.paginator("\"cursor\"").toString())
                .contains("path=cursors.next", "name=cursor", "stopAfterEmptyPage=false");
        assertThat(Sequence.paginator("\"json_link\"").toString()).contains("path=next");
        assertThat(Sequence.paginator("\"single_page\"")).isEqualTo(Paginators.singlePage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\": \"pages\"}                                          | unknown paginator 'pages'",
                "\"offest\"                                                     | did you mean 'offset'",
                "{\"limit\": 10}                                                | 'type' is required",
                "\"offset\"                                                     | 'limit' is required",
                "{\"type\": \"offset\"}                                         | 'limit' is required",
                "{\"type\": \"offset\", \"limit\": 0}                           | 'limit' is 0",
                "{\"type\": \"offset\", \"limit\": \"10\"}                      | expected an integer",
                "{\"type\": \"offset\", \"limit\": 1, \"offset\": -1}           | 'offset' is -1",
                "{\"type\": \"offset\", \"limit\": 1, \"limit_param\": \"\"}    | 'limit_body_path'",
                "{\"type\": \"json_link\", \"limit\": 10}                       | Allowed here: type, next_url_path, max_pages",
                "{\"type\": \"json_link\", \"next_url_path\": \"a[[\"}          | no JSONPath",
                "{\"type\": \"json_link\", \"max_pages\": 0}                    | 'max_pages' is 0",
                "{\"type\": \"page_number\", \"page\": -1}                      | 'page' is -1",
                "{\"type\": \"cursor\", \"cursor_param\": \"a\", \"cursor_body_path\": \"b\"} | 'cursor_param' and 'cursor_body_path'",
                "{\"type\": \"auto\", \"limit\": 1}                             | 'limit' is no option of 'auto', but of 'offset'",
                "{\"type\": \"json_link\", \"total_path\": \"t\"}           | but of 'offset' and 'page_number'",
                "{\"type\": \"auto\", \"max_page\": 1}                       | did you mean 'max_pages'",
            })
    void refusesWhatATypeDoesNotHave(String node, String message) {
        assertThatThrownBy(() -> Paginators.create(TestNode.of(node), TestNode.context(Settings.none())))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("node")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"offset, maximum_offset", "page_number, maximum_page"})
    void refusesASequenceThatNothingWouldEnd(String type, String maximum) {
        String node = "{\"type\": \"" + type + "\"" + (type.equals("offset") ? ", \"limit\": 1" : "")
                + ", \"total_path\": null, \"stop_after_empty_page\": false}";
        assertThatThrownBy(() -> Sequence.paginator(node))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("total_path")
                .hasMessageContaining(maximum)
                .hasMessageContaining("has_more_path")
                .hasMessageContaining("stop_after_empty_page");
    }
}
