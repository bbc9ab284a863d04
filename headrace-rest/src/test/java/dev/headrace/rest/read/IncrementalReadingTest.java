package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.SourceException;
import dev.headrace.source.SourceReader;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IncrementalReadingTest {

    private final Map<String, Map<String, @Nullable Object>> states = new HashMap<>();
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
        return Reading.of(
                Reading.source("{'client': {'base_url': '" + api.url() + "', 'paginator': 'single_page'},"
                        + " 'resources': " + resources + "}"),
                states);
    }

    private Reading events(String endpoint) {
        return read("[{'name': 'events', 'endpoint': {" + endpoint + "}}]");
    }

    private List<String> targets() {
        return api.requests().stream().map(RecordedRequest::target).toList();
    }

    @Test
    void keepsTheStateInTheShapeOfDlt() {
        api.on("/events", Answer.json("[{\"id\":1,\"u\":4},{\"id\":2,\"u\":7}]"));

        events("'incremental': {'cursor_path': 'u', 'initial_value': 3, 'primary_key': 'id'}");

        assertThat(states)
                .containsEntry(
                        "events",
                        Map.of(
                                "incremental",
                                Map.of(
                                        "u",
                                        Map.of(
                                                "initial_value", 3L,
                                                "last_value", 7L,
                                                "start_value", 3L,
                                                "unique_hashes", List.of("Tp44cKMYfAuJiBfxLAqu")))));
    }

    @Test
    void tellsThatANegativeLagSkipsRows() {
        api.on("/events", Answer.json("[{\"u\":4}]"));

        Reading reading = events("'incremental': {'cursor_path': 'u', 'initial_value': 3, 'lag': -2}");

        assertThat(reading.warnings())
                .anySatisfy(warning -> assertThat(warning).startsWith("The lag of resource 'events' is negative (-2)"));
    }

    @Test
    void comparesByTimeWhereAFormatIsGiven() {
        api.on("/events", Answer.json("[{\"u\":\"2024-01-01T01:00:00+02:00\"},{\"u\":\"2023-12-31T23:30:00Z\"}]"));

        Reading reading = events("'incremental': {'cursor_path': 'u', 'cursor_format': 'iso',"
                + " 'initial_value': '2023-12-31T23:15:00Z', 'start_param': 'since'}");

        assertThat(reading.records("events")).containsExactly("{\"u\":\"2023-12-31T23:30:00Z\"}");
    }

    @Test
    void warnsOfTextsThatDoNotSortByTime() {
        api.on("/events", Answer.json("[{\"u\":\"2024-01-01T01:00:00+02:00\"},{\"u\":\"2024-01-01T01:00:00+00:00\"}]"));

        assertThat(events("'incremental': {'cursor_path': 'u'}").warnings())
                .singleElement()
                .asString()
                .contains("cursor_format: iso", "'events'");
    }

    @Test
    void warnsWhenRowsAreNotInTheOrderThatIsPromised() {
        api.on("/events", Answer.json("[{\"u\":5},{\"u\":9}]"));

        assertThat(events("'incremental': {'cursor_path': 'u', 'row_order': 'desc'}")
                        .warnings())
                .singleElement()
                .asString()
                .contains("'desc'", "the number 9", "the number 5");
    }

    @Test
    void warnsOfManyRowsAtTheBoundary() {
        StringBuilder rows = new StringBuilder("[{\"id\":0,\"u\":1}");
        for (int id = 1; id <= 200; id++) {
            rows.append(",{\"id\":").append(id).append(",\"u\":1}");
        }
        api.on("/events", Answer.json(rows.append(']').toString()));

        assertThat(events("'incremental': {'cursor_path': 'u'}").warnings())
                .singleElement()
                .asString()
                .contains("More than 200 rows");
    }

    @Test
    void convertsValuesForTheRequestOnly() {
        api.on("/events", Answer.json("[{\"u\":\"2024-01-03T00:00:00Z\"}]"));
        String endpoint = "'params': {'since': '{incremental.start_value}'}, 'incremental': {'cursor_path': 'u',"
                + " 'initial_value': '2024-01-01T00:00:00Z', 'convert': {'to': 'epoch_seconds'}}";

        events(endpoint);
        events(endpoint);

        assertThat(targets()).containsExactly("/events?since=1704067200", "/events?since=1704240000");
    }

    @Test
    void failsWhereATextNeedsAStartThatIsNotKnown() {
        assertThatThrownBy(
                        () -> events("'path': 'events/{incremental.start_value}', 'incremental': {'cursor_path': 'u'}"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("initial_value");
    }

    @Test
    void keepsACursorForEachParent() {
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2},{\"id\":3}]"));
        api.on("/p/1/k", Answer.json("[{\"u\":100}]"), Answer.json("[{\"u\":100},{\"u\":101}]"));
        api.on("/p/2/k", Answer.json("[{\"u\":50}]"), Answer.json("[{\"u\":51},{\"u\":49}]"));
        api.on("/p/3/k", Answer.json("[]"));
        String resources = "['p', {'name': 'k', 'endpoint': {'path': 'p/{resources.p.id}/k',"
                + " 'incremental': {'cursor_path': 'u', 'initial_value': 1, 'start_param': 's'}}}]";

        Reading first = read(resources);
        assertThat(first.records("k")).containsExactly("{\"u\":100}", "{\"u\":50}");
        assertThat(targets()).containsExactly("/p", "/p/1/k?s=1", "/p/2/k?s=1", "/p/3/k?s=1");

        Reading second = read(resources);
        assertThat(second.records("k")).containsExactly("{\"u\":101}", "{\"u\":51}");
        assertThat(targets()).endsWith("/p", "/p/1/k?s=100", "/p/2/k?s=50", "/p/3/k?s=1");
        assertThat(states.get("k")).asString().contains("headrace_cursors={u={[1]={last_value=101");
        assertThat(states)
                .extracting("k")
                .extracting("incremental")
                .asString()
                .contains("last_value=1,", "initial_value=1");
    }

    @Test
    @Timeout(180)
    void remembersManyParentsAtTheSamePlaceInLinearTime() {
        int parents = 40_000;
        IncrementalState many = new IncrementalState(states, parents);
        api.on("/p", Answer.json("[]"));

        read("['p', {'name': 'k', 'endpoint': {'path': 'p/{resources.p.id}/k',"
                + " 'incremental': {'cursor_path': 'u', 'initial_value': 1}}}]");

        assertThat(many.hashesOfDlt()).isEqualTo(parents);
    }

    /** What earlier runs have left of parents that are all equally far. */
    private record IncrementalState(Map<String, Map<String, @Nullable Object>> states, int parents) {

        IncrementalState {
            Map<String, @Nullable Object> cursors = new HashMap<>();
            for (int id = 0; id < parents; id++) {
                cursors.put(
                        "[" + id + "]", new HashMap<>(Map.of("last_value", 5L, "unique_hashes", List.of("h" + id))));
            }
            Map<String, @Nullable Object> known = new HashMap<>();
            known.put("headrace_cursors", new HashMap<>(Map.of("u", cursors)));
            states.put("k", known);
        }

        int hashesOfDlt() {
            Map<?, ?> incremental = (Map<?, ?>) Objects.requireNonNull(
                    Objects.requireNonNull(states.get("k")).get("incremental"));
            Map<?, ?> cursor = (Map<?, ?>) Objects.requireNonNull(incremental.get("u"));
            return ((List<?>) Objects.requireNonNull(cursor.get("unique_hashes"))).size();
        }
    }

    /** dlt takes a boundary row that it knows for the end, and loses those behind it that it does not know. */
    @Test
    void goesOnBehindKnownRowsAtTheBoundary() {
        String config = "'paginator': {'type': 'page_number', 'base_page': 1, 'total_path': null},"
                + " 'incremental': {'cursor_path': 'u', 'row_order': 'desc', 'primary_key': 'id'}";
        api.otherwise(request -> Answer.json(
                request.param("page").orElse("").equals("1") ? "[{\"id\":2,\"u\":13},{\"id\":1,\"u\":9}]" : "[]"));
        events(config);
        api.otherwise(request -> Answer.json(
                switch (request.param("page").orElse("")) {
                    case "1" -> "[{\"id\":4,\"u\":15},{\"id\":2,\"u\":13}]";
                    case "2" -> "[{\"id\":3,\"u\":13},{\"id\":1,\"u\":9}]";
                    default -> "[{\"id\":0,\"u\":1}]";
                }));

        Reading second = events(config);

        assertThat(second.records("events")).containsExactly("{\"id\":4,\"u\":15}", "{\"id\":3,\"u\":13}");
        assertThat(targets()).endsWith("/events?page=1", "/events?page=2");
    }

    @Test
    void keepsACursorForEachGrandparentAndParentOfAGrandchild() {
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2}]"));
        api.otherwise(request -> Answer.json(
                switch (request.path()) {
                    case "/p/1/k", "/p/2/k" -> "[{\"id\":7}]";
                    case "/p/1/k/7/g" -> "[{\"u\":100}]";
                    default -> "[{\"u\":50}]";
                }));
        String resources = "['p', {'name': 'k', 'include_from_parent': ['id'], 'endpoint': 'p/{resources.p.id}/k'},"
                + "{'name': 'g', 'endpoint': {'path': 'p/{resources.k._p_id}/k/{resources.k.id}/g',"
                + " 'incremental': {'cursor_path': 'u', 'initial_value': 1, 'start_param': 's'}}}]";
        assertThat(read(resources).records("g")).containsExactly("{\"u\":100}", "{\"u\":50}");

        assertThat(read(resources).records("g")).isEmpty();
        assertThat(targets()).contains("/p/1/k/7/g?s=100", "/p/2/k/7/g?s=50");
    }

    @Test
    void letsAllParentsBeginWithWhatDltRemembers() {
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2}]"), Answer.json("[{\"id\":1},{\"id\":9}]"));
        api.otherwise(request -> Answer.json("[]"));
        Map<String, @Nullable Object> stored = new HashMap<>(
                Map.of("initial_value", 1L, "last_value", 70L, "start_value", 1L, "unique_hashes", List.of()));
        states.put("k", new HashMap<>(Map.of("incremental", new HashMap<>(Map.of("u", stored)))));
        String resources = "['p', {'name': 'k', 'endpoint': {'path': 'p/{resources.p.id}/k',"
                + " 'incremental': {'cursor_path': 'u', 'initial_value': 1, 'start_param': 's'}}}]";

        read(resources);
        read(resources);

        assertThat(targets()).containsExactly("/p", "/p/1/k?s=70", "/p/2/k?s=70", "/p", "/p/1/k?s=70", "/p/9/k?s=1");
    }

    @Test
    void cutsWhatIsNewIntoWindows() {
        api.otherwise(request -> Answer.json(
                request.target().contains("from=2025-12-30") ? "[{\"u\":\"2025-12-30T05:00:00Z\"}]" : "[]"));
        String endpoint = "'incremental': {'cursor_path': 'u', 'initial_value': '2025-12-27T12:00:00Z',"
                + " 'start_param': 'from', 'end_param': 'to', 'window': {'step': '2d'}}";

        Reading reading = events(endpoint);

        assertThat(targets())
                .containsExactly(
                        "/events?from=2025-12-27T12%3A00%3A00Z&to=2025-12-29T12%3A00%3A00Z",
                        "/events?from=2025-12-29T12%3A00%3A00Z&to=2025-12-31T12%3A00%3A00Z",
                        "/events?from=2025-12-31T12%3A00%3A00Z&to=2026-01-01T00%3A00%3A00Z");
        assertThat(reading.records("events")).isEmpty();
        assertThat(states.get("events")).asString().contains("last_value=2025-12-31T12:00:00Z");
    }

    @Test
    void canBeCommittedBetweenWindows() {
        api.otherwise(request -> Answer.json("[]"));
        Reading unused = events("'incremental': {'cursor_path': 'u'}");
        int points = 0;
        try (SourceReader reader = Reading.source("{'client': {'base_url': '" + api.url()
                        + "', 'paginator': 'single_page'}, 'resources': ['other', {'name': 'events', 'endpoint':"
                        + " {'incremental': {'cursor_path': 'u', 'initial_value': '2025-12-31', 'window': {'step':"
                        + " '1d'}}}}]}")
                .open(unused)) {
            while (reader.readPage(unused::sink)) {
                points += reader.atCommitPoint() ? 1 : 0;
            }
        }
        assertThat(points).isEqualTo(1);
    }

    @Test
    void loadsARangeAndLeavesTheStateAlone() {
        api.on(
                "/events",
                Answer.json("[{\"u\":\"2024-01-31T00:00:00Z\"},{\"u\":\"2024-02-01T00:00:00Z\"},"
                        + "{\"u\":\"2024-03-01T00:00:00Z\"}]"));

        Reading reading = Reading.of(
                Reading.source("{'client': {'base_url': '" + api.url() + "', 'paginator': 'single_page'}, 'resources':"
                                + " [{'name': 'events', 'endpoint': {'incremental': {'cursor_path': 'u',"
                                + " 'initial_value': '2020-01-01T00:00:00Z', 'start_param': 'from', 'end_param':"
                                + " 'to'}}}, 'other']}")
                        .backfill("2024-02-01", "2024-03-01"),
                states);

        assertThat(targets()).containsExactly("/events?from=2024-02-01T00%3A00%3A00Z&to=2024-03-01T00%3A00%3A00Z");
        assertThat(reading.records("events")).containsExactly("{\"u\":\"2024-02-01T00:00:00Z\"}");
        assertThat(states).isEmpty();
    }
}
