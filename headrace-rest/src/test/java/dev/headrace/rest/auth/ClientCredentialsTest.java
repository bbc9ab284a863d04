package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.FailureKind;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.oauth.OAuth2;
import dev.headrace.testkit.api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest extends AuthenticatorContract {

    @Override
    OAuth2 authenticator() {
        return Auth.clientCredentials(api.url() + "/token", "cid", Secret.of(SECRET));
    }

    @BeforeEach
    void giveTokens() {
        api.on(
                "/token",
                Answer.json("{\"access_token\": \"tok-1\", \"token_type\": \"bearer\", \"expires_in\": 3600}"));
    }

    @Test
    void asksWithAFormInThisOrder() {
        authenticator().open(client).apply(request);
        assertThat(api.requests().get(0).method()).isEqualTo("POST");
        assertThat(api.requests().get(0).contentType()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(api.requests().get(0).header("Authorization")).isEmpty();
        assertThat(api.requests().get(0).form())
                .isEqualTo(List.of(
                        Map.entry("client_id", "cid"),
                        Map.entry("client_secret", SECRET),
                        Map.entry("grant_type", "client_credentials")));
    }

    @Test
    void furtherFieldsReplaceTheUsualOnes() {
        authenticator()
                .withField("scope", "read all")
                .withField("grant_type", "custom")
                .open(client)
                .apply(request);
        assertThat(api.requests().get(0).bodyText())
                .isEqualTo("client_id=cid&client_secret=" + SECRET + "&grant_type=custom&scope=read+all");
    }

    @Test
    void sharesOneTokenAmongAllResources() {
        api.otherwise(r -> Answer.json("[]"));
        OAuth2 shared = authenticator();
        Set<Origin> trusted = Set.of(Origin.of(api.url()));
        client.resource("a", shared, trusted).send(request);
        client.resource("b", shared, trusted).send(request);
        assertThat(api.requests("/token")).hasSize(1);
        assertThat(api.requests("/things"))
                .allSatisfy(r -> assertThat(r.header("Authorization")).contains("Bearer tok-1"));
    }

    @Test
    void asksOnceHoweverManyThreadsNeedAToken() throws InterruptedException, ExecutionException {
        Credentials credentials = authenticator().open(client);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> all = IntStream.range(0, 8)
                .<Future<?>>mapToObj(i -> threads.submit(() -> credentials.apply(request)))
                .toList();
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        assertThat(api.requests("/token")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "3600, 3539, 1",
        "3600, 3540, 2",
        "100, 89, 1",
        "100, 90, 2",
        "'\"100\"', 90, 2",
        "0, 0, 2",
        "'\"0\"', 0, 2",
        "null, 3539, 1"
    })
    void renewsTheTokenShortlyBeforeItEnds(String expiresIn, long secondsLater, int requests) {
        api.on("/token", Answer.json("{\"access_token\": \"t\", \"expires_in\": " + expiresIn + "}"));
        Credentials credentials = authenticator().open(client);
        credentials.apply(request);
        run.time.advance(Duration.ofSeconds(secondsLater));
        credentials.apply(request);
        assertThat(api.requests("/token")).hasSize(requests);
    }

    @Test
    void usesTheDefaultWhenTheAnswerNamesNoEnd() {
        api.on("/token", Answer.json("{\"access_token\": \"t\"}"));
        Credentials credentials =
                authenticator().withDefaultExpiration(Duration.ZERO).open(client);
        credentials.apply(request);
        credentials.apply(request);
        assertThat(api.requests("/token")).hasSize(2);
    }

    @Test
    void triesAgainLikeAnyOtherRequest() {
        api.on("/token", Answer.status(503), Answer.json("{\"access_token\": \"t\"}"));
        authenticator().open(client).apply(request);
        assertThat(run.time.sleeps()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aRefusalIsAnHttpFailureThatShowsNoSecret() {
        api.on(
                "/token",
                Answer.json("{\"error\": \"invalid_client\", \"got\": \"" + SECRET + "\"}")
                        .withStatus(401));
        SourceException failure = failure(authenticator());
        assertThat(failure.kind()).isEqualTo(FailureKind.HTTP);
        assertThat(failure)
                .hasMessageStartingWith("Cannot get an access token: POST " + api.url() + "/token answered 401")
                .hasMessageContaining("invalid_client")
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\": \"x1y2\"}",
                "{\"access_token\": null}",
                "{\"access_token\": \"\"}",
                "[]",
                "x1y2",
                "{\"access_token\": \"x1y2\", \"expires_in\": \"soon\"}"
            })
    void anAnswerWithoutAUsableTokenIsAFailureOfTheCredentials(String answer) {
        api.on("/token", Answer.json(answer));
        SourceException failure = failure(authenticator());
        assertThat(failure.kind()).isEqualTo(FailureKind.AUTH);
        assertThat(failure).hasMessageContaining("/token").hasMessageNotContaining("x1y2");
    }

    @Test
    void theTokenIsASecretFromThenOn() {
        authenticator().open(client).apply(request);
        assertThat(run.redactor().redact("tok-1")).isEqualTo("***");
    }

    private SourceException failure(Authenticator authenticator) {
        return catchThrowableOfType(
                SourceException.class, () -> authenticator.open(client).apply(request));
    }
}
