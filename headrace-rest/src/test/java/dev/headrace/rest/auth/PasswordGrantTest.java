package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Secret;
import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.oauth.ClientAuthentication;
import dev.headrace.rest.oauth.OAuth2;
import dev.headrace.rest.oauth.OAuthClient;
import dev.headrace.testkit.api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordGrantTest extends AuthenticatorContract {

    @Override
    OAuth2 authenticator() {
        OAuthClient client = OAuthClient.of("c:d", Secret.of("p w"));
        return Auth.password(api.url() + "/token", client, "ann", Secret.of(SECRET));
    }

    @BeforeEach
    void giveTokens() {
        api.on("/token", Answer.json("{\"access_token\": \"tok-1\"}"));
    }

    @Test
    void sendsClientAndUserInTheForm() {
        authenticator().open(client).apply(request);
        assertThat(api.requests().get(0).form())
                .isEqualTo(List.of(
                        Map.entry("client_id", "c:d"),
                        Map.entry("client_secret", "p w"),
                        Map.entry("grant_type", "password"),
                        Map.entry("username", "ann"),
                        Map.entry("password", SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac", "DPoP"})
    void tellsOfTokensThatAreNoBearerTokens(String type) {
        api.on("/token", Answer.json("{\"access_token\": \"tok-1\", \"token_type\": \"" + type + "\"}"));

        HttpRequest sent = authenticator().open(client).apply(request);

        assertThat(sent.headers().find("Authorization")).contains("Bearer tok-1");
        assertThat(run.events(RunEvent.Warned.class))
                .singleElement()
                .satisfies(warned -> assertThat(warned.message())
                        .startsWith("The server that issues tokens calls its token '" + type
                                + "', and it is sent as a bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "Bearer", "BEARER", ""})
    void saysNothingOfBearerTokens(String type) {
        api.on("/token", Answer.json("{\"access_token\": \"tok-1\", \"token_type\": \"" + type + "\"}"));
        authenticator().open(client).apply(request);
        assertThat(run.events(RunEvent.Warned.class)).isEmpty();
    }

    @Test
    void showsAnErrorThatComesAsASuccess() {
        api.on(
                "/token",
                Answer.json("{\"error\": \"invalid_client\", \"error_description\": \"no\\nclient with " + SECRET
                        + "\", \"client_secret\": \"echoed\"}"));

        assertThatThrownBy(() -> authenticator().open(client).apply(request))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(
                        "answered with the error 'invalid_client; no client with ***'. Check the fields of")
                .hasMessageNotContainingAny(SECRET, "echoed");
    }

    @Test
    void looksAtTheTokenUrlWhereNothingIs() {
        api.on("/token", Answer.status(404));

        assertThatThrownBy(() -> authenticator().open(client).apply(request))
                .hasMessageContaining("Check the token URL ('token_url' or 'access_token_url')")
                .hasMessageNotContainingAny("response_actions", "base_url");
    }

    @Test
    void sendsTheClientInAHeaderWhereThatIsAskedFor() {
        authenticator().authenticatedBy(ClientAuthentication.BASIC).open(client).apply(request);
        assertThat(api.requests().get(0).header("Authorization")).contains("Basic YyUzQWQ6cCt3");
        assertThat(api.requests().get(0).bodyText()).isEqualTo("grant_type=password&username=ann&password=" + SECRET);
        assertThat(run.redactor().redact("YyUzQWQ6cCt3")).isEqualTo("***");
    }
}
