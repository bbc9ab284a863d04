package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.config.Settings;
import dev.headrace.event.RunEvent;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

    private static final Answer OK = Answer.json("[1]");

    private final FakeApi api = FakeApi.start();
    private final TestRun run = new TestRun();
    private final ApiClient client = new ApiClient(RetryPolicy.ofDefaults(), run);
    private final Authenticator authenticator =
            c -> request -> request.withHeader("X-Key", "k").withParam("appid", "q");
    private final ResourceClient things = client.resource("things", authenticator, Set.of(Origin.of(api.url())));

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    @Test
    void followsWithinTheServerWithHeadersButWithoutTheQuery() {
        api.on("/x", Answer.redirect("y?z=1")).on("/y", OK);
        HttpResponse response = things.send(get("/x").withHeader("X-Custom", "c"));
        assertThat(response.url()).isEqualTo(api.url() + "/y?z=1");
        assertThat(last().target()).isEqualTo("/y?z=1");
        assertThat(last().header("X-Key")).contains("k");
        assertThat(last().header("X-Custom")).contains("c");
    }

    @Test
    void nothingPrivateGoesToAnotherServer() {
        api.on("/x", Answer.redirect(api.otherUrl() + "/y").header("Set-Cookie", "sid=1"))
                .on("/y", OK);
        things.send(get("/x").withHeader("X-Custom", "c").withHeader("Accept", "text/x"));
        assertThat(last().target()).isEqualTo("/y");
        assertThat(last().header("X-Key")).isEmpty();
        assertThat(last().header("X-Custom")).isEmpty();
        assertThat(last().header("Cookie")).isEmpty();
        assertThat(last().header("Accept")).contains("text/x");
    }

    @Test
    void nothingPrivateGoesWithALinkToAnotherServerAndTheUserIsTold() {
        api.on("/x", OK);
        HttpRequest elsewhere = HttpRequest.get("things", api.otherUrl() + "/x").withHeader("X-Custom", "c");
        things.send(elsewhere);
        things.send(elsewhere);
        assertThat(last().target()).isEqualTo("/x");
        assertThat(last().header("X-Key")).isEmpty();
        assertThat(last().header("X-Custom")).isEmpty();
        assertThat(run.events(RunEvent.Warned.class))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message()).contains("localhost"));
    }

    @Test
    void theEncryptedTwinOfAServerIsTrustedButNotTheOtherWayRound() {
        Origin plain = Origin.of("http://h/x");
        Origin encrypted = Origin.of("https://H:443");
        assertThat(plain.covers(encrypted)).isTrue();
        assertThat(encrypted.covers(plain)).isFalse();
        assertThat(Origin.of("http://h:8080").covers(encrypted)).isFalse();
    }

    private static Trust trust(String home, String... allowed) {
        String list = "["
                + String.join(
                        ",", Stream.of(allowed).map(host -> '"' + host + '"').toList()) + "]";
        return Network.of(TestNode.of("{\"allowed_hosts\": " + list + "}"), TestNode.context(Settings.none()))
                .trust(Set.of(Origin.of(home)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdn.example.com/x, cdn.example.com, true",
        "https://cdn.example.com:8443, CDN.example.com, true",
        "https://cdn.example.com:8443, cdn.example.com:443, false",
        "https://a.b.example.com, *.example.com, true",
        "https://example.com, *.example.com, false",
        "https://badexample.com, *.example.com, false",
        "https://cdn.example.com.evil.org, cdn.example.com, false",
        "http://cdn.example.com, cdn.example.com, false"
    })
    void allowedHostsAreTrustedButNeverWithoutEncryption(String url, String allowed, boolean trusted) {
        assertThat(trust("https://api.org", allowed).covers(Origin.of(url))).isEqualTo(trusted);
    }

    @Test
    void anAllowedHostMayBeUnencryptedWhereTheApiIs() {
        assertThat(trust("http://api.org", "cdn.org").covers(Origin.of("http://cdn.org")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cdn.org", "*", "*.com", "cdn.org/x", ""})
    void refusesWhatIsNoHostOrTooMany(String host) {
        assertThatThrownBy(() -> trust("http://api.org", host)).isInstanceOf(ConfigException.class);
    }

    @Test
    void everythingGoesToAnAllowedHost() {
        api.on("/x", Answer.redirect(api.otherUrl() + "/y")).on("/y", OK);
        Trust both = trust(api.url(), Origin.of(api.otherUrl()).host());
        Limits limits = Limits.of(RetryPolicy.ofDefaults());
        client.resource("things", authenticator, both, limits).send(get("/x").withHeader("X-Custom", "c"));
        assertThat(last().header("X-Key")).contains("k");
        assertThat(last().header("X-Custom")).contains("c");
        assertThat(run.events(RunEvent.Warned.class)).isEmpty();
    }

    @Test
    void parametersThatAreSecretDoNotGoToAnotherServer() {
        run.redactor().learn(Secret.of("s3cret value"));
        api.on("/x", OK);
        things.send(HttpRequest.get("things", api.otherUrl() + "/x")
                .withParam("page", 2L)
                .withParam("k", "s3cret value"));
        assertThat(last().target()).isEqualTo("/x?page=2");
    }

    @Test
    void aSecretInTheUrlOrTheBodyIsNotSentToAnotherServer() {
        run.redactor().learn(Secret.of("s3cret value"));
        HttpRequest plain = HttpRequest.get("things", api.otherUrl() + "/x");
        assertThatThrownBy(() -> things.send(plain.withUrl(api.otherUrl() + "/x?k=s3cret%20value")))
                .hasMessageContaining("allowed_hosts: [localhost]")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> things.send(plain.withBody(Body.json(Map.of("k", "s3cret value")))))
                .hasMessageContaining("the body holds a secret");
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void anotherServerGetsItsOwnCookiesOnly() {
        api.on("/x", OK.header("Set-Cookie", "sid=1")).on("/y", OK.header("Set-Cookie", "theirs=2"), OK);
        things.send(get("/x"));
        HttpRequest elsewhere = HttpRequest.get("things", api.otherUrl() + "/y");
        things.send(elsewhere);
        things.send(elsewhere);
        assertThat(last().header("Cookie")).contains("theirs=2");
    }

    @ParameterizedTest
    @CsvSource({"301, GET, ''", "302, GET, ''", "303, GET, ''", "307, POST, {}", "308, POST, {}"})
    void repeatsTheBodyOnlyWhereTheStatusSaysSo(int status, String method, String body) {
        api.on("/x", Answer.redirect("/y").withStatus(status)).on("/y", OK);
        things.send(post("/x"));
        assertThat(last().method()).isEqualTo(method);
        assertThat(last().bodyText()).isEqualTo(body);
        assertThat(last().contentType()).isEqualTo(body.isEmpty() ? "" : "application/json");
    }

    @Test
    void refusesToCarryABodyToAnotherServer() {
        api.on("/x", Answer.redirect(api.otherUrl() + "/y").withStatus(307));
        assertThatThrownBy(() -> things.send(post("/x")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("another server");
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void followsThirtyRedirectsAndNoMore() {
        api.on("/x", Answer.redirect("/x"));
        assertThatThrownBy(() -> things.send(get("/x")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("30 redirects");
        assertThat(api.requests()).hasSize(31);
    }

    @Test
    void aRedirectWithoutATargetIsAnAnswer() {
        api.on("/x", OK.withStatus(301));
        assertThat(things.send(get("/x")).text()).isEqualTo("[1]");
    }

    @Test
    void saysWhereAFailureWasRedirectedTo() {
        api.on("/x", Answer.redirect("/y?token=abc")).on("/y", Answer.status(404));
        assertThatThrownBy(() -> things.send(get("/x")))
                .hasMessageContaining("redirected to " + api.url() + "/y?token=***");
    }

    @Test
    void keepsCookiesForLaterPagesOfTheSameResource() {
        api.on("/a/x", OK.header("Set-Cookie", "sid=1; Path=/a; Max-Age=60; HttpOnly"), OK)
                .on("/b", OK);
        things.send(get("/a/x"));
        things.send(get("/a/x").withHeader("Cookie", "own=2"));
        assertThat(last().header("Cookie")).contains("own=2; sid=1");
        things.send(get("/b"));
        assertThat(last().header("Cookie")).isEmpty();
        client.resource("others", authenticator, Set.of()).send(get("/a/x"));
        assertThat(last().header("Cookie")).isEmpty();
    }

    @Test
    void userInformationOfTheUrlIsSentWhenThereIsNoOtherAuthorization() {
        api.on("/x", OK);
        things.send(HttpRequest.get("things", api.url().replace("//", "//u:p%40@") + "/x"));
        assertThat(last().header("Authorization")).contains("Basic dTpwQA==");
    }

    private HttpRequest get(String path) {
        return HttpRequest.get("things", api.url() + path);
    }

    private HttpRequest post(String path) {
        return new HttpRequest("things", "POST", api.url() + path, List.of(), Headers.none(), Body.json(Map.of()));
    }

    private RecordedRequest last() {
        return api.requests().get(api.requests().size() - 1);
    }
}
