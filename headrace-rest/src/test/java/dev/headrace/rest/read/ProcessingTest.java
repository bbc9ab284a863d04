package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.RestSourceBuilder;
import dev.headrace.rest.process.RecordStep;
import dev.headrace.rest.process.StepDefinition;
import dev.headrace.rest.process.StepFailedException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessingTest {

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private RestSourceBuilder source() {
        return RestSource.at(api.url());
    }

    private static StepDefinition keeping(Predicate<String> wanted) {
        return () -> (record, next) -> {
            if (wanted.test(record.source())) {
                next.accept(record);
            }
        };
    }

    @Test
    void handsOnWhatTheStepsLeaveInTheOrderOfTheSteps() {
        api.on("/p", Answer.json("{\"data\": [{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]}"));
        StepDefinition twice = () -> (record, next) -> {
            next.accept(record);
            next.accept(JsonTree.parse("{\"again\":" + record.source() + "}"));
        };

        Reading reading = Reading.of(source().resource(
                        "p", p -> p.resource("processing_steps", List.of(keeping(text -> !text.contains("2")), twice)))
                .build());

        assertThat(reading.records("p"))
                .containsExactly("{\"id\": 1}", "{\"again\":{\"id\": 1}}", "{\"id\": 3}", "{\"again\":{\"id\": 3}}");
    }

    @Test
    void letsChildrenSeeWhatIsLeft() {
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2}]"));
        api.otherwise(request -> Answer.json("[{\"k\":\"" + request.target() + "\"}]"));
        StepDefinition ten = () -> (record, next) -> next.accept(
                JsonTree.parse("{\"id\":" + ((JsonObject) record).members().get("id") + "0}"));

        Reading reading = Reading.of(source().resource(
                        "p", p -> p.resource("processing_steps", List.of(keeping(text -> text.contains("2")), ten)))
                .resource("k", k -> k.path("k/{resources.p.id}").includeFromParent("id"))
                .build());

        assertThat(api.requests()).extracting(RecordedRequest::target).containsExactly("/p", "/k/20");
        assertThat(reading.records("k")).containsExactly("{\"k\":\"/k/20\"} _p_id=20");
    }

    @Test
    void showsTheStepsWhatTheParentGives() {
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2}]"));
        api.otherwise(request -> Answer.json("[{},{\"_p_id\":9,\"k\":1}]"));

        Reading reading = Reading.of(source().resource("p")
                .resource(
                        "k",
                        k -> k.path("k/{resources.p.id}/x")
                                .includeFromParent("id")
                                .resource("processing_steps", List.of(keeping(text -> text.contains("\"_p_id\":2")))))
                .build());

        assertThat(reading.records("k")).containsExactly("{\"_p_id\":2}", "{\"_p_id\":2,\"k\":1}");
    }

    @Test
    void letsPaginatorsCountTheRecordsBeforeAnyStep() {
        api.on("/p", Answer.json("[1,2]"), Answer.json("[3,4]"), Answer.json("[]"));

        Reading reading = Reading.of(source().resource(
                        "p",
                        p -> p.paginator(Map.of("type", "offset", "limit", 2, "total_path", ""))
                                .resource("processing_steps", List.of(keeping(text -> text.equals("4")))))
                .build());

        assertThat(api.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("/p?offset=0&limit=2", "/p?offset=2&limit=2", "/p?offset=4&limit=2");
        assertThat(reading.records("p")).containsExactly("4");
    }

    @Test
    void opensTheStepsForEverySequenceAnew() {
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2}]"));
        api.otherwise(request -> Answer.json("[\"a\",\"b\"]"));
        StepDefinition first = OnlyTheFirst::new;

        Reading reading = Reading.of(source().resource("p")
                .resource("k", k -> k.path("k/{resources.p.id}/x").resource("processing_steps", List.of(first)))
                .build());

        assertThat(reading.records("k")).containsExactly("\"a\"", "\"a\"");
    }

    private static final class OnlyTheFirst implements RecordStep {
        private boolean seen;

        @Override
        public void accept(JsonValue record, Consumer<? super JsonValue> next) {
            if (!seen) {
                next.accept(record);
            }
            seen = true;
        }
    }

    @Test
    void saysWhereTheRecordIsThatDoesNotFit() {
        api.on("/p", Answer.json("[{\"id\":1},{\"id\":2}]"));
        StepDefinition failing = () -> (record, next) -> {
            if (record.source().contains("2")) {
                throw new StepFailedException("step 1 does not like it.", record, null);
            }
        };
        RestSource source = source().resource("p", p -> p.resource("processing_steps", List.of(failing)))
                .build();

        SourceException failure = catchThrowableOfType(SourceException.class, () -> Reading.of(source));

        assertThat(failure.kind()).isEqualTo(FailureKind.DATA);
        assertThat(failure.message())
                .isEqualTo("Cannot process record 2 on page 1 of resource 'p': step 1 does not like it."
                        + " The record: {\"id\":2}");
    }
}
