package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChildrenTest {

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Reading read(String resources) {
        return Reading.of(api.url(), resources);
    }

    @Test
    void areReadForEachRecordBeforeTheNextPageOfTheParent() {
        api.on(
                "/p",
                Answer.json("{\"data\":[{\"id\":1},{\"id\":2}],\"next\":\"?c=1\"}"),
                Answer.json("{\"data\":[{\"id\":3}]}"));
        api.otherwise(request -> Answer.json("[{\"k\":1}]"));

        Reading reading = read("[{'name': 'p', 'endpoint': {'paginator': 'json_link'}},"
                + "{'name': 'k', 'include_from_parent': ['id'], 'endpoint': 'p/{resources.p.id}/k'}]");

        assertThat(api.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/p", "/p/1/k", "/p/2/k", "/p?c=1", "/p/3/k");
        assertThat(reading.records("k")).containsExactly("{\"k\":1} _p_id=1", "{\"k\":1} _p_id=2", "{\"k\":1} _p_id=3");
    }

    @Test
    void seeWhatTheirParentHasInherited() {
        api.on("/p", Answer.json("[{\"id\":1}]"));
        api.on("/p/1/k", Answer.json("[{\"kid\":7}]"));
        api.on("/p/1/k/7/t", Answer.json("[{\"t\":\"x\"}]"));

        Reading reading = read("['p', {'name': 'k', 'include_from_parent': ['id'], 'endpoint': 'p/{resources.p.id}/k'},"
                + "{'name': 't', 'endpoint': 'p/{resources.k._p_id}/k/{resources.k.kid}/t'}]");

        assertThat(reading.records("t")).containsExactly("{\"t\":\"x\"}");
    }

    @Test
    void getValuesInEveryPartOfTheirRequests() {
        api.on("/p", Answer.json("[{\"id\":1,\"n\":\"o e\",\"b\":true,\"l\":[\"x\"],\"none\":null}]"));
        api.otherwise(request -> Answer.json("[]"));

        read("['p', {'name': 'k', 'endpoint': {'path': 'k/{i}/x', 'method': 'POST',"
                + "'params': {'i': {'type': 'resolve', 'resource': 'p', 'field': 'id'}, 'b': '{resources.p.b}',"
                + " 'none': '{resources.p.none}', 'k_{resources.p.id}': 'v'},"
                + "'headers': {'X-N': '{resources.p.n}/{resources.p.id}'},"
                + "'json': {'id': '{resources.p.id}', 't': 'p-{resources.p.id}', 'l': '{resources.p.l}', 'n': '{{x}}',"
                + " 'none': '{resources.p.none}'}}}]");

        RecordedRequest request = api.requests().get(1);
        assertThat(request.target()).isEqualTo("/k/1/x?b=true&k_1=v");
        assertThat(request.header("X-N")).contains("o e/1");
        assertThat(request.bodyText().replace(" ", ""))
                .isEqualTo("{\"id\":1,\"t\":\"p-1\",\"l\":[\"x\"],\"n\":\"{x}\",\"none\":null}");
    }

    @Test
    void tellOnceOfListsAndObjectsThatBecomeTexts() {
        api.on("/p", Answer.json("[{\"id\":1,\"l\":[\"a\",2],\"o\":{}},{\"id\":2,\"l\":[],\"o\":{\"x\":null}}]"));
        api.otherwise(request -> Answer.json("[]"));

        Reading reading = read("['p', {'name': 'k', 'endpoint': {'path': 'k', 'method': 'POST',"
                + "'params': {'l': '{resources.p.l}', 'i': '{resources.p.id}'},"
                + "'json': {'o': '{resources.p.o}', 'id': 'n{resources.p.id}'}}}]");

        assertThat(api.requests().get(1).target()).isEqualTo("/k?l=%5B%27a%27%2C+2%5D&i=1");
        assertThat(reading.warnings())
                .filteredOn(warning -> warning.contains("Python"))
                .singleElement()
                .asString()
                .startsWith("{resources.p.l} of resource 'k' stands for a list, which is sent as the text");
    }

    @Test
    void areNotRequestedForAValueThatIsNull() {
        api.on("/p", Answer.json("[{\"id\":null},{\"id\":2},{\"id\":null}]"));
        api.on("/p/2/k", Answer.json("[{\"k\":1}]"));

        Reading reading = read("['p', {'name': 'k', 'endpoint': 'p/{resources.p.id}/k'}]");

        assertThat(api.requests()).hasSize(2);
        assertThat(reading.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("'p'", "{resources.p.id}", "skipped"))
                .anySatisfy(warning -> assertThat(warning).contains("2 records of 'p'"));
    }

    @Test
    void needTheFieldsThatTheyReferTo() {
        api.on("/p", Answer.json("[{\"id\":1,\"name\":\"x\"}]"));

        SourceException failure = catchThrowableOfType(
                SourceException.class, () -> read("['p', {'name': 'k', 'endpoint': 'p/{resources.p.nope}/k'}]"));

        assertThat(failure.kind()).isEqualTo(FailureKind.DATA);
        assertThat(failure.message()).contains("'k'", "'p'", "'nope'", "{resources.p.nope}", "id, name");
    }

    @Test
    void cannotBeLedAstrayByValues() {
        api.on("/p", Answer.json("[{\"id\":\"../admin?x=\"},{\"id\":\"..\"}]"));
        api.otherwise(request -> Answer.json("[]"));

        read("['p', {'name': 'k', 'endpoint': 'p/{resources.p.id}/k'}]");

        assertThat(api.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/p", "/p/..%2Fadmin%3Fx=/k", "/p/%2E%2E/k");
    }

    @Test
    void sendNoCredentialsToAddressesThatComeWithTheData() {
        api.on("/p", Answer.json("[{\"url\":\"" + api.url() + "/own\"},{\"url\":\"" + api.otherUrl() + "/other\"}]"));
        api.otherwise(request -> Answer.json("{\"x\":1}"));

        Reading reading = Reading.of(Reading.source("{'client': {'base_url': '" + api.url()
                + "', 'auth': {'token': 'secret-token'}},"
                + "'resources': ['p', {'name': 'k', 'endpoint': '{resources.p.url}'}]}"));

        assertThat(reading.records("k")).hasSize(2);
        assertThat(api.requests("/own").get(0).header("Authorization")).contains("Bearer secret-token");
        assertThat(api.requests("/other").get(0).header("Authorization")).isEmpty();
    }
}
