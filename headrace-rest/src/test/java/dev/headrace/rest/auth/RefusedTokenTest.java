package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.http.ResourceClient;
import dev.headrace.rest.http.RetryPolicy;
import dev.headrace.rest.http.TestRun;
import dev.headrace.rest.oauth.OAuth2;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when a server no longer takes a token that should still be good. */
class RefusedTokenTest {

    private final FakeApi api = FakeApi.start();
    private final TestRun run = new TestRun();
    private final ApiClient client = new ApiClient(RetryPolicy.ofDefaults(), run);
    private String accepted = "t1";
    private int issued;

    @BeforeEach
    void open() {
        api.otherwise(request -> {
            if (request.path().equals("/token")) {
                issued++;
                return Answer.json("{\"access_token\": \"t" + issued + "\", \"expires_in\": 3600}");
            }
            boolean welcome = request.header("Authorization").equals(Optional.of("Bearer " + accepted));
            return welcome ? Answer.json("[]") : Answer.status(401);
        });
    }

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    private ResourceClient things(OAuth2 authenticator) {
        return client.resource("things", authenticator, Set.of(Origin.of(api.url())));
    }

    private OAuth2 authenticator() {
        return Auth.clientCredentials(api.url() + "/token", "cid", Secret.of("s3cret"));
    }

    private HttpRequest request() {
        return HttpRequest.get("things", api.url() + "/things");
    }

    @Test
    void oneNewTokenIsTried() {
        ResourceClient things = things(authenticator());
        things.send(request());
        accepted = "t2";
        things.send(request());
        assertThat(api.requests("/token")).hasSize(2);
        assertThat(api.requests("/things")).hasSize(3);
        assertThat(run.time.sleeps()).isEmpty();
    }

    @Test
    void aSecondRefusalIsAFailure() {
        accepted = "none";
        assertThatThrownBy(() -> things(authenticator()).send(request()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("answered 401");
        assertThat(api.requests("/token")).hasSize(2);
        assertThat(api.requests("/things")).hasSize(2);
    }

    @Test
    void refusalsOfNewTokensDoNotLeadToATokenRequestEach() {
        accepted = "none";
        ResourceClient things = things(authenticator());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> things.send(request())).isInstanceOf(SourceException.class);
        }
        assertThat(api.requests("/token")).hasSize(2);
        run.time.advance(Duration.ofMinutes(2));
        accepted = "t3";
        things.send(request());
        assertThat(api.requests("/token")).hasSize(3);
    }

    @Test
    void aGivenTokenIsUsedUntilItIsRefused() {
        accepted = "given";
        ResourceClient things = things(authenticator().withAccessToken(Secret.of("given")));
        things.send(request());
        assertThat(api.requests("/token")).isEmpty();
        accepted = "t1";
        things.send(request());
        assertThat(api.requests("/token")).hasSize(1);
    }
}
