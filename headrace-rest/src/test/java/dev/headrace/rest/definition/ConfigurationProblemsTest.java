package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationProblemsTest {

    private static List<String> problems(String json) {
        ConfigException found = catchThrowableOfType(ConfigException.class, () -> Definitions.parse(json));
        assertThat(found).as("what is wrong with %s", json).isNotNull();
        return found.problems();
    }

    private static List<String> problemsOf(String resources) {
        return problems("{'client': {'base_url': 'https://h'}, 'resources': " + resources + "}");
    }

    @Test
    void areToldAllAtOnceWithPlaceAndWayOut() {
        assertThat(problems("{'client': {'base_ur': 'https://h'}, 'resourc': [], 'resources': ["
                        + "{'endpoint': {'path': 'x'}},"
                        + "{'name': 'a', 'params': {}, 'endpoint': {'methd': 'GET', 'method': 'post'}},"
                        + "{'name': 'b', 'write_disposition': 'mrge', 'selected': 'yes'}]}"))
                .anySatisfy(p -> assertThat(p).contains("'resourc'", "'resources'"))
                .anySatisfy(p -> assertThat(p).contains("client", "'base_ur'", "'base_url'"))
                .anySatisfy(p -> assertThat(p).contains("client", "'base_url' is required"))
                .anySatisfy(p -> assertThat(p).contains("resources[0]", "'name' is required"))
                .anySatisfy(p -> assertThat(p).contains("resources[1]", "'params'", "belongs into 'endpoint'"))
                .anySatisfy(p -> assertThat(p).contains("resources[1].endpoint", "'methd'", "'method'"))
                .anySatisfy(
                        p -> assertThat(p).contains("resources[1].endpoint.method", "'post'", "did you mean 'POST'"))
                .anySatisfy(p -> assertThat(p).contains("resources[2].write_disposition", "did you mean 'merge'"))
                .anySatisfy(p -> assertThat(p).contains("resources[2].selected", "true or false"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "['a', 'a']|two resources named 'a'",
                "[{'name': 'a', 'endpoint': {'json': {'x': 1}, 'data': {'y': 1}}}]|exclude each other",
                "[{'name': 'a', 'endpoint': {'data_selector': 'a[['}}]|data_selector 'a[[' of resource 'a'",
                "[{'name': 'a', 'endpoint': '{org}/x'}]|{org} in the path '{org}/x' of resource 'a'",
                "[{'name': 'a', 'endpoint': {'params': {'q': '{id}'}}}]|unknown placeholder {id} in params",
                "[{'name': 'a', 'endpoint': {'params': {'q': '{incremetnal.lag}'}}}]|did you mean {incremental.lag}? Else",
                "[{'name': 'a', 'endpoint': {'json': {'q': '{resouces.b.id}'}}}]|did you mean {resources.b.id}? Else",
                "[{'name': 'a', 'primary_key': ''}]|resources[0].primary_key: the name of a column is empty",
                "[{'name': 'a', 'merge_key': ['x', ' ']}]|resources[0].merge_key: the name of a column is empty",
                "[{'name': 'a', 'table_name': ''}]|resources[0].table_name: the text is empty",
                "[{'name': 'a', 'columns': [{'name': ''}]}]|resources[0].columns[0].name: the text is empty",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'start_param': ''}}}]|name a parameter",
                "[{'name': 'a', 'endpoint': {'data': [[null, 'x']]}}]|data[0][0]: expected a text, found null",
                "[{'name': 'a', 'endpoint': {'auth': {'type': 'api_key', 'api_key': 'kkkk', 'name': ''}}}]|'name' is empty",
                "[{'name': 'a', 'endpoint': {'auth': {'type': 'api_key', 'api_key': 'kkkk', 'name': 'A B'}}}]"
                        + "|'A B' is no name of a header or cookie",
                "[{'name': 'a', 'endpoint': {'auth': {'type': 'oauth2_client_credentials', 'client_id': 'i',"
                        + " 'client_secret': 'ssss', 'token_url': ''}}}]|'access_token_url' is empty",
                "[{'name': 'a', 'endpoint': {'params': {'q': '{'}}}]|a single '{'",
                "[{'name': 'a', 'endpoint': {'params': null}}]|expected an object, found null",
                "[{'name': 'a', 'endpoint': {'path': null}}]|expected a text, found null",
                "[{'name': 'a', 'endpoint': {'headers': {'X': 5}}}]|expected a text, found an integer",
                "[{'name': 'a', 'endpoint': 'x/{resources.b}'}, 'b']|{resources.<parent>.<field>}",
                "[{'name': 'a', 'endpoint': 'x/{resources.parent.id}/y'}, 'parents']|did you mean 'parents'?",
                "[{'name': 'a', 'endpoint': 'x/{resources.a.id}/y'}]|in a cycle: a, a",
                "[{'name': 'c', 'endpoint': '{resources.a.i}/{resources.b.i}'}, 'a', 'b']|several parents, a, b",
                "[{'name': 'a', 'include_from_parent': ['id']}]|'include_from_parent' of resource 'a' has no parent",
                "[{'name': 'a', 'endpoint': {'response_actions': [{'status_code': 404, 'action': 'skip'}]}}]|unknown action 'skip'",
                "[{'name': 'a', 'endpoint': {'response_actions': [{'action': 'ignore'}]}}]|would never apply",
                "[{'name': 'a', 'endpoint': {'incremental': {'initial_value': 1}}}]|'cursor_path' is required",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u[['}}}]|cannot read the cursor_path",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'row_order': 'up'}}}]|Allowed: asc, desc",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'on_cursor_value_missing': null}}}]|expected a text, found null",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'end_value': 3}}}]|'end_value' needs an 'initial_value'",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'initial_value': 3, 'end_value': 'x'}}}]|can't be compared",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'initial_value': 'abc', 'lag': 5}}}]|no number, date or timestamp",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'initial_value': 5, 'convert': {'to': 'iso'}}}}]|set 'cursor_format'",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'cursor_format': 'iso', 'initial_value': 5}}}]|does not fit the cursor_format",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'window': {'step': '7d'}}}}]|'window' needs an 'initial_value'",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'allow_external_schedulers': true}}}]|DLT_INTERVAL_START",
                "[{'name': 'a', 'endpoint': {'params': {'s': '{incremental.start_value}'}}}]|needs an 'incremental'",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u'}, 'params': {'s': '{incremental.start_valu}'}}}]|did you mean",
                "[{'name': 'a', 'endpoint': {'params': {'s': {'type': 'incremental', 'cursor_path': 'u', 'start_param': 'x'}}}}]|'start_param' is not possible in the parameter 's'",
                "[{'name': 'a', 'endpoint': {'params': {'s': {'type': 'increment'}}}}]|'s' has the unknown type",
                "[{'name': 'a', 'processing_steps': [{'filter': 'x = = 1'}]}]|'x = = 1' is no JSONata expression",
                "[{'name': 'a', 'processing_steps': [{'fliter': 'x'}]}]|did you mean 'filter'",
                "[{'name': 'a', 'processing_steps': [{'cast': {'x': 'bigitn'}}]}]|did you mean 'bigint'",
                "[{'name': 'a', 'processing_steps': [{'mask': {'x': 'hsah'}}]}]|did you mean 'hash'",
                "[{'name': 'a', 'processing_steps': [{'mask': {'x': {'hash': ''}}}]}]|the key is empty: give it a value, or write 'hash'",
                "[{'name': 'a', 'processing_steps': [{'exclude': ['a..b']}]}]|'a..b' is no path",
                "[{'name': 'a', 'processing_steps': [{'mask': {'tags[*].t': 'hash'}}]}]|such as tags.t; a path goes through all elements",
                "[{'name': 'a', 'processing_steps': [{'rename': {'a': ' '}}]}]|the new name is empty",
                "[{'name': 'a', 'processing_steps': [{'rename': {'mail': 'm'}, 'mask': {'mail': 'hash'}}]}]|the mask 'mail' hides nothing: 'rename' gives 'mail' the name 'm' before",
                "[{'name': 'a', 'processing_steps': [{'include': ['id']}, {'mask': {'mail': 'hash'}}]}]|the mask 'mail' hides nothing: 'include' does not name it",
                "[{'name': 'a', 'endpoint': {'params': {'s': '5'}, 'incremental': {'cursor_path': 'u', 'start_param': 's'}}}]|the parameter 's' has a value here and another one by 'start_param'",
                "[{'name': 'a', 'endpoint': {'incremental': {'cursor_path': 'u', 'start_param': 's', 'end_param': 's', 'initial_value': 1}}}]|'start_param' and 'end_param' are both 's'",
                "[{'name': 'a', 'columns': [{'name': 'x', 'data_type': 'bigitn'}]}]|did you mean 'bigint'",
                "[{'name': 'a', 'schema_contract': {'columns': 'freze'}}]|did you mean 'freeze'",
                "[{'name': 'a', 'write_disposition': {'disposition': 'append', 'strategy': 'upsert'}}]|belong to",
            })
    void sayWhatIsWrongAndWhere(String resources, String expected) {
        assertThat(problemsOf(resources))
                .singleElement()
                .asString()
                .contains(expected)
                .startsWith("resources[");
    }

    @Test
    void nameAResolveParameterThatThePathDoesNotUse() {
        assertThat(problemsOf("['p', {'name': 'kids', 'endpoint': {'path': 'kids', 'params':"
                        + " {'pid': {'type': 'resolve', 'resource': 'p', 'field': 'id'}}}}]"))
                .singleElement()
                .asString()
                .contains("resources[1].endpoint.params.pid", "kids", "{resources.<parent>.<field>}");
    }

    @Test
    void ofTheDefaultsAreToldOnce() {
        assertThat(problems("{'client': {'base_url': 'https://h'}, 'resources': ['a', 'b'], 'resource_defaults':"
                        + " {'write_disposition': 'upsert', 'endpoint': {'path': 'x'}}}"))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).contains("resource_defaults.write_disposition", "append, replace, merge"),
                        p -> assertThat(p).contains("resource_defaults.endpoint.path", "can't have a default"));
    }
}
