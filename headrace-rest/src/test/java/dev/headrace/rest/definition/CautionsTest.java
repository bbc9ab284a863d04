package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CautionsTest {

    private static List<String> of(String endpoint) {
        return Definitions.parse("{'client': {'base_url': 'https://h'}, 'resources': [{'name': 'a', 'endpoint': {"
                        + endpoint + "}}]}")
                .warnings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'params': {'offset': 5}, 'paginator': {'type': 'offset', 'limit': 10}|parameter 'offset'|0",
                "'params': {'limit': '{incremental.lag}'}, 'incremental': {'cursor_path': 'u'},"
                        + "'paginator': {'type': 'offset', 'limit': 10}|parameter 'limit'|10",
                "'params': {'page': 3}, 'paginator': {'type': 'page_number', 'base_page': 1, 'max_pages': 2}"
                        + "|parameter 'page'|1",
                "'method': 'POST', 'json': {'q': {'page': 3}}, 'paginator': {'type': 'page_number',"
                        + "'page_body_path': 'q.page', 'page_param': null}|value 'json.q.page'|0",
            })
    void tellOfValuesThatThePaginatorWritesOver(String endpoint, String place, String sent) {
        assertThat(of(endpoint))
                .singleElement()
                .asString()
                .startsWith("The " + place + " of resource 'a' is never sent")
                .contains("begins with " + sent + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'params': {'limit': '10', 'offset': 0, 'q': 1}, 'paginator': {'type': 'offset', 'limit': 10}",
                "'params': {'page': null}, 'paginator': {'type': 'page_number', 'base_page': 1}",
                "'params': {'cursor': '*'}, 'paginator': {'type': 'cursor', 'cursor_path': 'next', 'cursor_param': 'cursor'}",
                "'params': {'page': 7}",
                "'params': {'page': 7}, 'paginator': 'single_page'",
                "'data': 'x', 'paginator': {'type': 'page_number', 'page_body_path': 'p', 'page_param': null}",
            })
    void areSilentAboutWhatIsSent(String endpoint) {
        assertThat(of(endpoint)).isEmpty();
    }

    @Test
    void tellOfANegativeLag() {
        assertThat(of("'incremental': {'cursor_path': 'u', 'initial_value': 3, 'lag': -2}"))
                .singleElement()
                .asString()
                .startsWith("The lag of resource 'a' is negative (-2)");
    }

    @Test
    void areOnlyThoseOfResourcesThatAreRead() {
        SourceDefinition source = Definitions.parse(
                "{'client': {'base_url': 'https://h'}, 'resources': ['b', {'name': 'a',"
                        + " 'endpoint': {'params': {'page': 3}, 'paginator': {'type': 'page_number', 'base_page': 1}}}]}");
        assertThat(source.warnings()).hasSize(1);
        assertThat(source.select(java.util.Set.of("b")).warnings()).isEmpty();
    }
}
