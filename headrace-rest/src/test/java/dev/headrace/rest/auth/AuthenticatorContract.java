package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.RetryPolicy;
import dev.headrace.rest.http.TestRun;
import dev.headrace.testkit.api.FakeApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every authenticator keeps to. */
abstract class AuthenticatorContract {

    /** The secret that {@link #authenticator} is made with. */
    static final String SECRET = "s3cret-value";

    final FakeApi api = FakeApi.start();
    final TestRun run = new TestRun();
    final ApiClient client = new ApiClient(RetryPolicy.ofDefaults(), run);
    final HttpRequest request = HttpRequest.get("things", api.url() + "/things").withHeader("X-Own", "1");

    /** One with the secret {@link #SECRET}. */
    abstract Authenticator authenticator();

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    @Test
    void sendsNothingBeforeTheFirstRequest() {
        authenticator().open(client);
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void addsToTheRequestAndKeepsTheRest() {
        HttpRequest applied = authenticator().open(client).apply(request.withParam("a", 1L));
        assertThat(applied).isNotEqualTo(request.withParam("a", 1L));
        assertThat(applied.headers().find("X-Own")).contains("1");
        assertThat(applied.param("a")).contains(1L);
        assertThat(applied.method()).isEqualTo("GET");
    }

    @Test
    void doesTheSameAgain() {
        Credentials credentials = authenticator().open(client);
        assertThat(credentials.apply(request)).isEqualTo(credentials.apply(request));
    }

    @Test
    void runsDoNotShareWhatTheyHold() {
        Authenticator authenticator = authenticator();
        HttpRequest first = authenticator.open(client).apply(request);
        try (ApiClient other = new ApiClient(RetryPolicy.ofDefaults(), new TestRun())) {
            assertThat(authenticator.open(other).apply(request)).isEqualTo(first);
        }
    }

    @Test
    void neverShowsItsSecret() {
        Authenticator authenticator = authenticator();
        authenticator.open(client).apply(request);
        assertThat(authenticator.toString()).doesNotContain(SECRET);
        assertThat(run.redactor().redact("it is " + SECRET)).isEqualTo("it is ***");
    }
}
