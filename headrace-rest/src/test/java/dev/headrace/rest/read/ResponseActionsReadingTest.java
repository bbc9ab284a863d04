package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What response actions do to a sequence of pages. */
class ResponseActionsReadingTest {

    private static final Answer BUSY = Answer.json("{\"status\": \"busy\"}");

    private final FakeApi api = FakeApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    private Reading read(String actions) {
        return Reading.of(
                api.url(),
                "[{'name': 'a', 'endpoint': {'data_selector': 'data', 'paginator': 'json_link', 'response_actions': "
                        + actions + "}}]");
    }

    private static Answer page(int id) {
        return Answer.json("{\"data\": [{\"id\": " + id + "}], \"next\": \"?page=" + (id + 1) + "\"}");
    }

    @Test
    void stopTakesTheRowsOfThePageAndNoFurtherOnes() {
        api.on("/a", page(1), page(2), page(3));
        Reading reading = read("[{'content': '?page=3', 'action': 'stop'}]");
        assertThat(reading.records("a")).containsExactly("{\"id\": 1}", "{\"id\": 2}");
        assertThat(api.requests()).hasSize(2);
    }

    @Test
    void stopAtAFailureEndsWithoutRows() {
        api.on("/a", page(1), Answer.json("{\"data\": [{\"id\": 9}]}").withStatus(416));
        Reading reading = read("[{'status_code': 416, 'action': 'stop'}]");
        assertThat(reading.records("a")).containsExactly("{\"id\": 1}");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void retryUsesTheAttemptsOfFailures() {
        api.on("/a", BUSY, BUSY.header("Retry-After", "7"), Answer.json("{\"data\": [{\"id\": 1}]}"));
        Reading reading = read("[{'when': '$.status == busy', 'action': 'retry'}]");
        assertThat(reading.records("a")).containsExactly("{\"id\": 1}");
        assertThat(reading.events)
                .filteredOn(RunEvent.Retrying.class::isInstance)
                .hasSize(2);
        assertThat(reading.sleeps()).containsExactly(java.time.Duration.ofSeconds(1), java.time.Duration.ofSeconds(7));
    }

    @Test
    void retryGivesUpWithItsMessage() {
        api.on("/a", BUSY);
        assertThatThrownBy(() -> read("[{'when': '$.status == busy', 'action': 'retry', 'message': 'still busy'}]"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(
                        "answered 200 (Scripted) after 5 attempts: still busy (response_actions: {when: \"$.status == busy\", action: retry})."
                                + " The answer: {\"status\":");
        assertThat(api.requests()).hasSize(5);
    }

    @Test
    void failEndsTheRunAtOnceWhateverTheStatus() {
        api.on("/a", BUSY.withStatus(500));
        assertThatThrownBy(() -> read("[{'when': '$.status == busy', 'action': 'fail', 'message': 'No licence.'}]"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.HTTP))
                .hasMessageStartingWith("Cannot read resource 'a': GET " + api.url()
                        + "/a answered 500 (Scripted): No licence (response_actions: {when: \"$.status == busy\", action:"
                        + " fail}). The answer:");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void failWithoutAMessageSaysWhoSaysSo() {
        api.on("/a", BUSY);
        assertThatThrownBy(() -> read("[{'when': '$.status == busy', 'action': 'fail'}]"))
                .hasMessageContaining("answered 200 (Scripted), which 'response_actions' takes for a failure"
                        + " (response_actions: {when: \"$.status == busy\", action: fail}).");
    }

    @Test
    void retryWithoutAMessageSaysWhoAskedForItAndHowOftenItWasTried() {
        api.on("/a", BUSY);
        Reading reading = new Reading();
        assertThatThrownBy(() -> reading.read(Reading.source("{'client': {'base_url': '" + api.url()
                        + "', 'retry': {'max_attempts': 2}}, 'resources': [{'name': 'a', 'endpoint':"
                        + " {'response_actions': [{'content': 'busy', 'status_code': 200, 'action': 'retry'}]}}]}")))
                .hasMessageContaining(
                        "/a answered 200 (Scripted) after 2 attempts, for which 'response_actions' asks to try"
                                + " again (response_actions: {status_code: 200, content: busy, action: retry}). The answer:")
                .hasMessageContaining("allow more attempts with 'retry'");
        assertThat(reading.events)
                .singleElement()
                .asString()
                .contains("answered 200 (Scripted), for which 'response_actions' asks to try again");
    }
}
