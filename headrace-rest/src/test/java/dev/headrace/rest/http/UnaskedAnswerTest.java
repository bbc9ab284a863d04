package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.config.Settings;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes that a server sends behind an answer and that nobody asked for. */
class UnaskedAnswerTest {

    private final FakeApi api = FakeApi.start();
    private final TestRun run = new TestRun();

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.Delivery.class,
            names = {"TWICE", "TOO_LONG"})
    void areNotTakenForTheNextAnswer(Answer.Delivery delivery) {
        api.otherwise(request -> Answer.json("[\"" + request.path() + "\"]            ")
                .delivered(request.path().equals("/1") ? delivery : Answer.Delivery.WHOLE));
        List<String> bodies = new ArrayList<>();
        try (ApiClient client = new ApiClient(Limits.of(Settings.none()).ofClient(TestNode.of("{}")), run)) {
            ResourceClient things = client.resource("things", Authenticator.none(), Set.of());
            for (String path : List.of("/1", "/2", "/3")) {
                HttpResponse response = things.send(HttpRequest.get("things", api.url() + path));
                bodies.add(new String(response.body(), 0, response.length(), java.nio.charset.StandardCharsets.UTF_8)
                        .strip());
            }
        }
        assertThat(bodies).containsExactly("[\"/1\"]", "[\"/2\"]", "[\"/3\"]");
    }
}
