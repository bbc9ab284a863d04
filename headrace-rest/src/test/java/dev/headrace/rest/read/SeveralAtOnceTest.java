package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.FailureKind;
import dev.headrace.InterruptedRunException;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class SeveralAtOnceTest {

    private static final String PAGES =
            "[{'name': 'a', 'endpoint': {'data_selector': 'data'," + "'paginator': {'type': 'offset', 'limit': 1}}}]";
    private static final String CHILDREN = "[{'name': 'p', 'endpoint': {'paginator': 'json_link'}},"
            + "{'name': 'k', 'include_from_parent': ['id'], 'endpoint': 'p/{resources.p.id}/k'}]";

    private static final String THREE_LEVELS = "[{'name': 'p', 'endpoint': {'paginator': 'single_page'}},"
            + "{'name': 'k', 'endpoint': {'path': 'p/{resources.p.id}/k', 'paginator': 'json_link'}},"
            + "{'name': 'g', 'endpoint': {'path': 'k/{resources.k.id}/g', 'paginator': 'single_page'}}]";

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Reading read(int concurrency, String resources) {
        return Reading.of(Reading.source("{'client': {'base_url': '" + api.url() + "', 'concurrency': " + concurrency
                + ", 'retry': {'max_retries': 0}}, 'resources': " + resources + "}"));
    }

    private SourceException failure(int concurrency, String resources) {
        SourceException failure = catchThrowableOfType(SourceException.class, () -> read(concurrency, resources));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Answer page(RecordedRequest request, int total) {
        String offset = request.param("offset").orElse("0");
        return Answer.json("{\"data\":[{\"i\":" + offset + "}],\"total\":" + total + "}");
    }

    private static String ids(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The answers to the children of that many parents, all at the same time. */
    private static Answer firstOf(int parents, RecordedRequest request, Answer answer) {
        int id = Integer.parseInt(request.path().split("/")[2]);
        return id < parents ? answer.together(parents) : answer;
    }

    private static List<String> kids(int count) {
        return IntStream.range(0, count).mapToObj(id -> "{\"k\":1} _p_id=" + id).toList();
    }

    @Test
    void nothingIsAskedForInAdvanceUnlessSomebodySaysSo() {
        api.otherwise(request -> page(request, 4));

        Reading reading = Reading.of(api.url(), PAGES);

        assertThat(reading.records("a")).hasSize(4);
        assertThat(api.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void pagesOfAKnownNumberAreAskedForAtTheSameTime() {
        api.otherwise(request -> page(request, 9)
                .together("1234".contains(request.param("offset").orElse("")) ? 4 : 1));

        Reading reading = read(4, PAGES);

        assertThat(reading.records("a"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 9).mapToObj(i -> "{\"i\":" + i + "}").toList());
        assertThat(api.requests()).hasSize(9);
        assertThat(api.mostAtOnce()).isEqualTo(4);
    }

    @Test
    void firstPagesOfDifferentParentsAreAskedForAtTheSameTime() {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 8) + "}"));
        api.otherwise(request -> firstOf(4, request, Answer.json("[{\"k\":1}]")));

        assertThat(read(4, CHILDREN).records("k")).isEqualTo(kids(8));
        assertThat(api.mostAtOnce()).isEqualTo(4);
    }

    @Test
    void furtherPagesOfDifferentParentsAreAskedForAtTheSameTime() {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 4) + "}"));
        api.otherwise(request -> request.param("c").isPresent()
                ? Answer.json("{\"data\":[{\"k\":2}]}").together(4)
                : Answer.json("{\"data\":[{\"k\":1}],\"next\":\"" + request.path() + "?c=1\"}")
                        .together(4));

        assertThat(read(4, CHILDREN).records("k"))
                .containsExactlyElementsOf(IntStream.range(0, 4)
                        .boxed()
                        .flatMap(id -> IntStream.of(1, 2).mapToObj(k -> "{\"k\":" + k + "} _p_id=" + id))
                        .toList());
    }

    /** The parents come from elsewhere: only children are to keep each other waiting. */
    @Test
    void pagesOfOneParentEachKeepAllPlacesBusy() {
        try (FakeApi parents = FakeApi.start()) {
            parents.on("/p", pagesOfOneEach(6));
            api.otherwise(request -> firstOf(4, request, Answer.json("[{\"k\":1}]")));

            Reading reading =
                    read(4, CHILDREN.replace("{'paginator'", "{'path': '" + parents.url() + "/p', 'paginator'"));

            assertThat(reading.records("k")).isEqualTo(kids(6));
            assertThat(api.mostAtOnce()).isEqualTo(4);
        }
    }

    private static Answer[] pagesOfOneEach(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        id -> "{\"data\":" + ids(id, 1) + (id + 1 < count ? ",\"next\":\"?c=" + (id + 1) + "\"}" : "}"))
                .map(Answer::json)
                .toArray(Answer[]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 16})
    void furtherPagesInTheMiddleOfThreeLevelsAreAskedFor(int concurrency) {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 10) + "}"));
        api.otherwise(request -> {
            String[] steps = request.path().split("/");
            if (steps.length == 4 && steps[1].equals("k")) {
                return Answer.json("[{\"g\":1}]");
            }
            int parent = Integer.parseInt(steps[2]);
            boolean first = request.param("c").isEmpty();
            String records = ids(parent * 10 + (first ? 0 : 5), 3);
            return Answer.json(
                    "{\"data\":" + records + (first ? ",\"next\":\"" + request.path() + "?c=1\"" : "") + "}");
        });

        Reading reading = read(concurrency, THREE_LEVELS);

        assertThat(reading.records("k")).hasSize(60);
        assertThat(reading.records("g")).hasSize(60);
    }

    @Test
    void resourcesWithoutAParentAreReadAtTheSameTime() {
        api.otherwise(request -> Answer.json("[{\"i\":1}]").together(2));

        Reading reading = read(2, "['a', 'b']");

        assertThat(reading.records("a")).hasSize(1);
        assertThat(reading.records("b")).hasSize(1);
    }

    @Test
    void answersBehindAnEmptyPageAreDroppedEvenWhenTheyFailed() {
        api.otherwise(request -> switch (request.param("offset").orElse("")) {
            case "0" -> page(request, 5);
            case "1" -> Answer.json("{\"data\":[],\"total\":5}").together(4);
            default -> Answer.status(500).together(4);
        });

        assertThat(read(4, PAGES).records("a")).containsExactly("{\"i\":0}");
    }

    @Test
    void aTotalThatChangesEndsTheSequenceWhereItWouldEndOtherwise() {
        api.otherwise(request -> page(request, request.rawQuery().startsWith("offset=0") ? 3 : 6));

        assertThat(read(3, PAGES).records("a")).hasSize(6);
    }

    @Test
    void nothingIsAskedForBeyondTheTotal() {
        api.otherwise(request -> page(request, 5));

        read(16, PAGES);

        assertThat(api.requests())
                .extracting(request -> request.param("offset").orElseThrow())
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4");
    }

    @Test
    void pagesAreAskedForOneAtATimeWhereAnActionMayEndThem() {
        api.otherwise(request -> request.rawQuery().startsWith("offset=3") ? Answer.status(404) : page(request, 9));

        Reading reading = read(
                4,
                PAGES.replace(
                        "'data_selector'",
                        "'response_actions': [{'status_code': 404, 'action': 'ignore'}]," + "'data_selector'"));

        assertThat(reading.records("a")).hasSize(3);
        assertThat(api.mostAtOnce()).isEqualTo(1);
        assertThat(reading.events)
                .filteredOn(RunEvent.Noted.class::isInstance)
                .singleElement()
                .asString()
                .contains("one at a time");
    }

    @Test
    void theFirstFailureInOrderIsTold() {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 8) + "}"));
        api.otherwise(request -> switch (request.path()) {
            case "/p/2/k" -> Answer.status(500).together(4);
            case "/p/3/k" -> Answer.status(404).together(4);
            default -> firstOf(4, request, Answer.json("[{\"k\":1}]"));
        });

        SourceException failure = failure(4, CHILDREN);

        assertThat(failure.kind()).isEqualTo(FailureKind.HTTP);
        assertThat(failure.message()).contains("resource 'k'", "/p/2/k", "500");
    }

    @Test
    void aValueThatMakesNoRequestFailsInItsTurn() {
        api.on(
                "/p",
                Answer.json(
                        "[{\"url\":\"" + api.url() + "/0\"},{\"url\":\"ftp://x\"},{\"url\":\"" + api.url() + "/2\"}]"));
        api.otherwise(request -> Answer.json("[{\"k\":1}]"));

        SourceException failure = catchThrowableOfType(
                SourceException.class,
                () -> Reading.of(
                        Reading.source("{'client': {'concurrency': 4}, 'resources': [{'name': 'p', 'endpoint': '"
                                + api.url() + "/p'}, {'name': 'k', 'endpoint': '{resources.p.url}'}]}")));

        assertThat(failure.message()).contains("ftp:");
        assertThat(api.requests("/2")).isEmpty();
    }

    @Test
    void parallelizedMeansFiveAtATime() {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 10) + "}"));
        api.otherwise(request -> firstOf(5, request, Answer.json("[{\"k\":1}]")));

        Reading reading = Reading.of(api.url(), CHILDREN.replace("'name': 'k',", "'name': 'k', 'parallelized': true,"));

        assertThat(reading.records("k")).isEqualTo(kids(10));
        assertThat(api.mostAtOnce()).isEqualTo(5);
    }

    @Test
    void anEndpointMayHaveFewerThanTheClient() {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 10) + "}"));
        api.otherwise(request -> Answer.json("[{\"k\":1}]"));

        Reading reading = read(
                8, CHILDREN.replace("'p/{resources.p.id}/k'", "{'path': 'p/{resources.p.id}/k', 'concurrency': 2}"));

        assertThat(reading.records("k")).isEqualTo(kids(10));
        assertThat(api.mostAtOnce()).isLessThanOrEqualTo(2);
    }

    @Test
    void everythingIsToldInOneThread() {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 8) + "}"));
        api.otherwise(
                request -> api.requests(request.path()).size() == 1 ? Answer.status(503) : Answer.json("[{\"k\":1}]"));

        Reading reading = Reading.of(Reading.source(
                "{'client': {'base_url': '" + api.url() + "', 'concurrency': 4}, 'resources': " + CHILDREN + "}"));

        assertThat(reading.records("k")).isEqualTo(kids(8));
        assertThat(reading.events)
                .filteredOn(RunEvent.Retrying.class::isInstance)
                .isNotEmpty();
        assertThat(reading.threads).containsExactly(Thread.currentThread());
    }

    @Test
    void nothingIsAskedForInAdvanceWhereOnlySamplesAreWanted() {
        api.otherwise(request -> page(request, 4));
        Reading reading = new Reading();
        reading.samples = true;

        reading.read(Reading.source(
                "{'client': {'base_url': '" + api.url() + "', 'concurrency': 4}, 'resources': " + PAGES + "}"));

        assertThat(api.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aRunThatIsToStopDoesNotWaitForAnswersThatStall() {
        api.on("/p", Answer.json("{\"data\":" + ids(0, 4) + "}"));
        Reading reading = new Reading();
        api.otherwise(request -> {
            reading.stopped = true;
            return Answer.json("[{\"k\":1}]").delivered(Answer.Delivery.STALLED);
        });

        assertThatThrownBy(() -> reading.read(Reading.source("{'client': {'base_url': '" + api.url()
                        + "', 'concurrency': 4}, 'resources': " + CHILDREN + "}")))
                .isInstanceOf(InterruptedRunException.class);
    }

    @Test
    void aSourceMayBeParallelizedAsAWhole() {
        api.otherwise(request -> page(request, 9)
                .together("12345".contains(request.param("offset").orElse("")) ? 5 : 1));

        Reading reading = Reading.of(Reading.source(
                "{'parallelized': true, 'client': {'base_url': '" + api.url() + "'}, 'resources': " + PAGES + "}"));

        assertThat(reading.records("a")).hasSize(9);
        assertThat(api.mostAtOnce()).isEqualTo(5);
    }
}
