package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.SourceException;
import dev.headrace.rest.RestResourceBuilder;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.process.Mask;
import dev.headrace.rest.process.Reshape;
import dev.headrace.rest.process.Steps;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final String RECORD =
            "{'id':1,'name':'Jo Marked','at':'later','in':[{'name':'Jo Marked','n':2}]}".replace('\'', '"');

    private FakeApi api;

    @BeforeEach
    void start() {
        api = FakeApi.start();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private SourceException failure(String steps) {
        api.on("/p", Answer.json("[" + RECORD + "]"));
        return failureOfPage(steps);
    }

    private SourceException failureOfPage(String steps) {
        SourceException failure = catchThrowableOfType(
                SourceException.class,
                () -> Reading.of(api.url(), "[{'name': 'p', 'processing_steps': " + steps + "}]"));
        assertThat(everythingOf(failure)).doesNotContain("Marked");
        return failure;
    }

    private static String everythingOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'mask': {'name': 'redact'}, 'cast': {'at': 'bigint'}}]",
                "[{'mask': {'name': 'redact'}, 'cast': {'name': 'bigint'}}]",
                "[{'mask': {'in.name': 'redact', 'name': 'hash'}, 'cast': {'in': 'bool'}}]",
                "[{'filter': 'name'}, {'mask': {'name': 'redact'}}]",
                "[{'filter': '$number(name) > 1'}, {'mask': {'name': 'redact'}}]",
                "[{'map': '$error(name)'}, {'mask': {'name': 'redact'}}]",
                "[{'map': 'name + 1'}, {'mask': {'name': 'redact'}}]",
                "[{'map': '{\\\"n\\\": name}'}, {'cast': {'n': 'double'}}, {'mask': {'n': 'redact'}}]",
                "[{'rename': {'name': 'n'}}, {'cast': {'at': 'bigint'}}, {'mask': {'n': 'redact'}}]",
                "[{'add': {'name': {'expression': 'name & id'}}}, {'cast': {'at': 'bigint'}}, {'mask': {'name': 'hash'}}]",
                "[{'rename': {'at': 'name'}}, {'mask': {'name': 'redact'}}]"
            })
    void hidesMaskedFieldsWhenAStepFails(String steps) {
        assertThat(failure(steps).message()).startsWith("Cannot process record 1 on page 1 of resource 'p': ");
    }

    @Test
    void showsTheFieldsThatAreNotMasked() {
        assertThat(failure("[{'mask': {'name': 'redact'}, 'cast': {'at': 'bigint'}}]")
                        .message())
                .endsWith(
                        "the value of 'at' is no bigint, which 'cast' asks for."
                                + " The record: {\"id\":1,\"name\":\"***\",\"at\":\"later\",\"in\":[{\"name\":\"***\",\"n\":2}]}");
    }

    @Test
    void hidesWhatCannotBeTracedToAField() {
        assertThat(failure("[{'map': '$'}, {'cast': {'at': 'bigint'}}, {'mask': {'name': 'redact'}}]")
                        .message())
                .endsWith("The record: an object with id, name, at, in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[{\"name\":\"Jo Marked\"", "[{\"name\":Jo Marked}]", "Jo Marked", "<html><title>Jo Marked"})
    void hidesPagesThatCannotBeRead(String body) {
        api.on("/p", Answer.json(body));
        assertThat(failureOfPage("[{'mask': {'name': 'redact'}}]").message()).contains("Cannot read page 1");
    }

    @Test
    void hidesMaskedFieldsOfAnswersThatAreFailures() {
        api.on(
                "/p",
                Answer.json("{\"why\": \"gone\", \"rows\": [" + RECORD + "]}").withStatus(410));
        assertThat(failureOfPage("[{'mask': {'name': 'redact'}}]").message())
                .contains("The answer: {\"why\":\"gone\",\"rows\":[{\"id\":1,\"name\":\"***\"");
        api.on("/p", Answer.json("no rows for Jo Marked").withStatus(410));
        assertThat(failureOfPage("[{'mask': {'name': 'redact'}}]").message())
                .contains("The answer is not shown, because fields of the resource are masked.");
    }

    @Test
    void hidesWhatFunctionsOfJavaSay() {
        api.on("/p", Answer.json("[" + RECORD + "]"));
        RestSource source = RestSource.at(api.url())
                .resource(
                        "p",
                        p -> masked(p.step(Steps.map(record -> {
                            throw new IllegalStateException("bad name " + record.get("name"));
                        }))))
                .build();
        SourceException failure = catchThrowableOfType(SourceException.class, () -> Reading.of(source));
        assertThat(everythingOf(failure)).contains("IllegalStateException").doesNotContain("Marked");
    }

    private static RestResourceBuilder masked(RestResourceBuilder resource) {
        return resource.step(Reshape.mask(Map.of("name", new Mask.Redact())));
    }

    @Test
    void tellsOfAMaskThatMetNoField() {
        api.on("/p", Answer.json("[" + RECORD + ",{\"id\":2}]"));
        Reading reading = Reading.of(
                api.url(),
                "[{'name': 'p', 'processing_steps': [{'mask': {'nmae': 'hash', 'name': 'hash', 'in.name': 'redact',"
                        + " 'in.x': 'redact'}}]}]");
        assertThat(reading.warnings())
                .filteredOn(warning -> warning.startsWith("The mask"))
                .containsExactly(
                        "The mask 'nmae' hides nothing: none of 2 records has that field (their fields: id, name, at, in)."
                                + " Correct the path unless the field is just rare.",
                        "The mask 'in.x' hides nothing: none of 2 records has that field (their fields: id, name, at, in)."
                                + " Correct the path unless the field is just rare.");
    }

    @Test
    void saysNothingOfMasksWithoutRecords() {
        api.on("/p", Answer.json("[" + RECORD + "]"));
        Reading reading = Reading.of(
                api.url(), "[{'name': 'p', 'processing_steps': [{'filter': 'id > 5', 'mask': {'nmae': 'hash'}}]}]");
        assertThat(reading.warnings()).noneMatch(warning -> warning.startsWith("The mask"));
    }

    @Test
    void givesChildrenTheMaskedValue() {
        api.on("/p", Answer.json("[" + RECORD + "]"));
        api.on("/k/1", Answer.json("[{\"k\":1}]"));
        Reading reading = Reading.of(
                api.url(),
                "[{'name': 'p', 'processing_steps': [{'mask': {'name': 'redact'}}]},"
                        + "{'name': 'k', 'endpoint': {'path': 'k/{resources.p.id}', 'data_selector': '$'},"
                        + " 'include_from_parent': ['name']}]");
        assertThat(reading.records("k")).isEqualTo(List.of("{\"k\":1} _p_name=\"***\""));
    }
}
