package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededFieldsTest {

    private static String configuration(String steps, String rest) {
        return "{'client': {'base_url': 'https://h'}, 'resources': [{'name': 'a', 'processing_steps': " + steps + ", "
                + rest + "}]}";
    }

    private static void refused(String configuration, String expected) {
        ConfigException found = catchThrowableOfType(ConfigException.class, () -> Definitions.parse(configuration));
        assertThat(found).as("what is wrong with %s", configuration).isNotNull();
        assertThat(found.problems()).singleElement().asString().contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[{'mask': {'u.at': 'hash'}}]|'mask' hides 'u.at', which is the cursor_path",
                "[{'mask': {'u': {'hash': 'k'}}}]|'mask' hides 'u.at', which is the cursor_path",
                "[{'exclude': ['u']}]|the steps leave no 'u.at', which is the cursor_path: 'exclude' drops 'u'",
                "[{'include': ['id', 'u.by']}]|'include' does not name it",
                "[{'rename': {'u.at': 'when'}}]|'rename' gives 'u.at' the name 'when'",
                "[{'exclude': ['v']}, {'rename': {'v': 'u'}}]|'exclude' drops 'v'",
            })
    void findCursorsThatTheStepsTakeAway(String steps, String expected) {
        refused(configuration(steps, "'endpoint': {'incremental': {'cursor_path': 'u.at'}}"), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[{'mask': {'u.by': 'hash'}, 'exclude': ['id', 'u.x'], 'cast': {'u.at': 'text'}}]",
                "[{'rename': {'v': 'u'}}]",
                "[{'rename': {'u': 'w', 'v': 'u'}}]",
                "[{'include': ['u']}]",
                "[{'exclude': ['u']}, {'map': '$'}]",
                "[{'exclude': ['u']}, {'add': {'u': {'expression': 'v'}}}]",
                "[{'mask': {'u': 'hash'}}, {'map': '$'}]",
                "[{'filter': 'x'}]",
            })
    void leaveCursorsAloneThatMayBeThere(String steps) {
        assertThatCode(() ->
                        Definitions.parse(configuration(steps, "'endpoint': {'incremental': {'cursor_path': 'u.at'}}")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[{'exclude': ['id']}]|'primary_key': 'id'|the steps leave no 'id', which is part of the primary_key",
                "[{'rename': {'id': 'no'}}]|'primary_key': ['x', 'id']|'rename' gives 'id' the name 'no'",
                "[{'mask': {'day': 'redact'}}]|'merge_key': 'day'|'redact' makes 'day', which is part of the merge_key",
                "[{'exclude': ['author']}]|'primary_key': 'author__id'|the steps leave no 'author__id'",
                "[{'exclude': ['k']}]|'endpoint': {'incremental': {'cursor_path': 'u', 'primary_key': 'k'}}|"
                        + "part of the incremental.primary_key",
            })
    void findKeysThatTheStepsTakeAway(String steps, String rest, String expected) {
        refused(configuration(steps, rest), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[{'mask': {'id': 'hash'}}]|'primary_key': 'id'",
                "[{'include': ['createdAt', 'ID']}]|'primary_key': ['id', 'created_at']",
                "[{'rename': {'no': 'Id'}}]|'primary_key': 'id'",
            })
    void leaveKeysAloneThatTellRecordsApart(String steps, String rest) {
        assertThatCode(() -> Definitions.parse(configuration(steps, rest))).doesNotThrowAnyException();
    }

    private static String family(String steps, String child) {
        return "{'client': {'base_url': 'https://h'}, 'resources': [{'name': 'p', 'processing_steps': " + steps
                + "}, {'name': 'k', 'include_from_parent': ['x', 'author.id'], 'endpoint': '" + child + "'}]}";
    }

    @Test
    void areFoundWhateverElseIsWrong() {
        ConfigException found = catchThrowableOfType(
                ConfigException.class,
                () -> Definitions.parse("{'client': {'base_url': 'https://h'}, 'resources': ["
                        + "{'name': 'p', 'primary_key': 'id', 'processing_steps': [{'exclude': ['id', 'at']}],"
                        + " 'selected': 'yes', 'endpoint': {'method': 'get', 'incremental': {'cursor_path': 'at',"
                        + " 'row_order': 'up'}}},"
                        + "{'name': 'k', 'include_from_parent': ['at', 7],"
                        + " 'endpoint': {'path': 'k/{resources.p.id}', 'on_error': 'skipp'}}]}"));

        assertThat(found.problems())
                .hasSize(9)
                .anySatisfy(p -> assertThat(p).contains("no 'id', which is part of the primary_key"))
                .anySatisfy(p -> assertThat(p).contains("no 'at', which is the cursor_path"))
                .anySatisfy(p -> assertThat(p).contains("no 'id', which {resources.p.id} needs"))
                .anySatisfy(p -> assertThat(p).contains("no 'at', which 'include_from_parent' names"));
    }

    @Test
    void findWhatChildrenMiss() {
        refused(
                family("[{'exclude': ['id']}]", "k/{resources.p.id}"),
                "the steps of resource 'p' leave no 'id', which {resources.p.id} needs: 'exclude' drops 'id'");
        refused(
                family("[{'mask': {'id': 'hash'}}]", "k/{resources.p.id}"),
                "'mask' of resource 'p' hides 'id', so that {resources.p.id} would be sent hidden");
        refused(
                family("[{'exclude': ['author']}]", "k/{resources.p.id}"),
                "leave no 'author.id', which 'include_from_parent' names");
        assertThatCode(() -> Definitions.parse(family("[{'mask': {'x': 'hash'}}]", "k/{resources.p.id}")))
                .doesNotThrowAnyException();
    }
}
