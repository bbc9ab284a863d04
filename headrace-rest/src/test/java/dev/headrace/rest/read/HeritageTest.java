package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.ConfigException;
import dev.headrace.SourceException;
import dev.headrace.rest.RestSource;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeritageTest {

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
        api.on("/orgs", Answer.json("[{\"id\":1,\"name\":\"one\"},{\"id\":2,\"name\":\"two\"}]"));
        api.otherwise(request -> Answer.json(
                "[{\"id\":\"" + request.target().replace("/", "") + "\",\"a\":{\"b\":[7.10,{\"c\":null}]}}]"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Reading read(String inherited) {
        return Reading.of(
                api.url(),
                "['orgs', {'name': 'repos', 'endpoint': 'o/{resources.orgs.id}/r', 'include_from_parent': ['id']},"
                        + "{'name': 'issues', 'endpoint': 'i/{resources.repos.id}/x', 'include_from_parent': "
                        + inherited
                        + "}]");
    }

    @Test
    void comesFromNestedPathsUnderOtherNames() {
        Reading reading = read("['id', {'field': 'a.b[0]', 'as': 'first'}, {'field': 'a.b[1].c'}, 'a.b']");

        assertThat(reading.records("issues").get(0))
                .endsWith(" _repos_id=\"o1r\" first=7.10 _repos_a.b[1].c=null _repos_a.b=[7.10,{\"c\":null}]");
    }

    @Test
    void tellsOnceThatItTakesThePlaceOfWhatRecordsHave() {
        api.on("/i/o1r/x", Answer.json("[{\"name\":\"a\"},{\"id\":7}]"));

        Reading reading = read("[{'field': 'id', 'as': 'id'}, {'field': 'a.b[0]', 'as': 'first'}]");

        assertThat(reading.records("issues").get(1)).endsWith(" id=\"o1r\" first=7.10");
        assertThat(reading.warnings())
                .filteredOn(warning -> warning.startsWith("Records of"))
                .containsExactly(
                        "Records of 'issues' have a field 'id' of their own, and 'include_from_parent' puts the parent's"
                                + " value in its place: their own is lost. Choose another name with 'as'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"items|{\"items\": [{\"org_id\": 1}, {\"org_id\":2}]}", "$.items[*]|{\"items\": [{\"org_id\": 2}]}"
            })
    void sameValuesAreNoLoss(String selector, String second) {
        api.on("/k/1", Answer.json("{\"items\": [{\"org_id\": 1, \"n\": 1}]}"));
        api.on("/k/2", Answer.json(second));

        Reading reading = Reading.of(
                api.url(),
                "['orgs', {'name': 'kids', 'include_from_parent': [{'field': 'id', 'as': 'org_id'}], 'endpoint': {"
                        + "'path': 'k/{resources.orgs.id}', 'data_selector': '" + selector + "'}}]");

        assertThat(reading.warnings().stream().filter(warning -> warning.contains("'org_id' of their own")))
                .hasSize(selector.equals("items") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'data_selector': 'd.items'|{'d': {'x': {'id': 1}, 'items': [7, {'id': 1}]}}|true",
                "'data_selector': 'd.items'|{'id': 1, 'd': {'items': [{'n': {'id': 1}}]}}|false",
                "'data_selector': '$.d[*].e'|{'d': [{'e': {'id': 1}}]}|true",
                "'data_selector': '$.d[*].e'|{'d': [{'id': 1, 'e': {'n': 1}}]}|false",
                "'data_selector': '$', 'incremental': {'cursor_path': 'u'}|[{'id': 1, 'u': 5}]|true",
            })
    void isLookedForInTheRecordsOnly(String endpoint, String page, boolean told) {
        api.on("/k", Answer.json(page.replace('\'', '"')));

        Reading reading = Reading.of(
                api.url(),
                "['orgs', {'name': 'kids', 'include_from_parent': [{'field': 'name', 'as': 'id'}], 'endpoint': {"
                        + "'path': 'k', 'params': {'o': '{resources.orgs.id}'}, " + endpoint + "}}]");

        assertThat(reading.warnings().stream().filter(warning -> warning.contains("'id' of their own")))
                .hasSize(told ? 1 : 0);
    }

    @Test
    void comesFromGrandparents() {
        Reading reading =
                read("[{'resource': 'orgs', 'field': 'name'}, {'resource': 'orgs', 'field': 'id', 'as': 'org'}]");

        assertThat(reading.records("issues"))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" _orgs_name=\"one\" org=1"),
                        second -> assertThat(second).endsWith(" _orgs_name=\"two\" org=2"));
        assertThat(reading.records("repos").get(0)).endsWith(" _orgs_id=1");
    }

    @Test
    void comesFromGreatGrandparentsPastResourcesThatInheritNothing() {
        Reading reading = Reading.of(
                api.url(),
                "['orgs', {'name': 'b', 'endpoint': 'o/{resources.orgs.id}/r'},"
                        + "{'name': 'c', 'endpoint': 'i/{resources.b.id}/x'},"
                        + "{'name': 'd', 'endpoint': 'j/{resources.c.id}/x', 'include_from_parent': ["
                        + "{'resource': 'orgs', 'field': 'name', 'as': 'org'}, {'resource': 'b', 'field': 'id'}]}]");

        assertThat(reading.records("d").get(1)).endsWith(" org=\"two\" _b_id=\"o2r\"");
        assertThat(reading.records("b").get(0)).doesNotContain("orgs");
    }

    @Test
    void prefersKeysToPaths() {
        api.on("/orgs", Answer.json("[{\"id\":1,\"a\":{\"b\":2},\"a.b\":3}]"));

        Reading reading = Reading.of(
                api.url(),
                "['orgs', {'name': 'k', 'endpoint': 'k/{resources.orgs.id}/x', 'include_from_parent': ['a.b']}]");

        assertThat(reading.records("k").get(0)).endsWith("_orgs_a.b=3");
    }

    @Test
    void isSameForSeveralRequestsAtOnce() {
        RestSource source = RestSource.at(api.url())
                .concurrency(4)
                .resource("orgs")
                .resource("repos", repos -> repos.path("o/{resources.orgs.id}/r"))
                .resource(
                        "issues",
                        issues -> issues.path("i/{resources.repos.id}/x")
                                .includeFromParent("id")
                                .includeFrom("orgs", "name", "org"))
                .build();

        assertThat(Reading.of(source).records("issues"))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" _repos_id=\"o1r\" org=\"one\""),
                        second -> assertThat(second).endsWith(" _repos_id=\"o2r\" org=\"two\""));
    }

    @Test
    void canBeUsedInRequestsBelow() {
        Reading.of(
                api.url(),
                "['orgs', {'name': 'b', 'endpoint': 'o/{resources.orgs.id}/r', 'include_from_parent':"
                        + " [{'field': 'name', 'as': 'org'}]},"
                        + "{'name': 'c', 'endpoint': 'i/{resources.b.org}/{resources.b.id}/x'}]");

        assertThat(api.requests()).extracting(RecordedRequest::target).contains("/i/one/o1r/x", "/i/two/o2r/x");
    }

    @Test
    void saysWhichResourceNeedsWhatIsMissing() {
        SourceException failure = catchThrowableOfType(
                SourceException.class, () -> read("[{'resource': 'orgs', 'field': 'nope', 'as': 'x'}]"));

        assertThat(failure.message()).contains("'issues'", "a record of 'orgs' has no 'nope'", "id, name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[{'resource': 'org', 'field': 'id'}]|'org' is not above resource 'issues'; did you mean 'orgs'?",
                "[{'resource': 'issues', 'field': 'id'}]|resources[2].include_from_parent[0].resource",
                "[{'resource': 'issues', 'field': 'id'}]|Possible: repos, orgs",
                "[{'as': 'id'}]|'field' is required",
                "[{'field': 'id', 'name': 'x'}]|unknown key 'name'",
                "[{'field': ''}]|empty",
                "['']|empty",
                "[7]|expected a text",
                "'id'|expected a list",
                "['id', {'field': 'name', 'as': '_repos_id'}]|two fields would be named '_repos_id'",
            })
    void isCheckedBeforeAnyRequest(String inherited, String complaint) {
        assertThatThrownBy(() -> read(inherited))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(complaint);
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void canBeSaidInJavaAsInAFile() {
        RestSource source = RestSource.at(api.url())
                .resource("orgs")
                .resource(
                        "repos",
                        repos -> repos.path("o/{resources.orgs.id}/r")
                                .resource("include_from_parent", List.of("id", Map.of("field", "name", "as", "org"))))
                .build();

        assertThat(Reading.of(source).records("repos").get(0)).endsWith(" _orgs_id=1 org=\"one\"");
    }
}
