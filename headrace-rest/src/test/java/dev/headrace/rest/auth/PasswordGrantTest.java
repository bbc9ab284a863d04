package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.rest.oauth.ClientAuthentication;
import dev.headrace.rest.oauth.OAuth2;
import dev.headrace.rest.oauth.OAuthClient;
import dev.headrace.testkit.api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void sendsTheClientInAHeaderWhereThatIsAskedFor() {
        authenticator().authenticatedBy(ClientAuthentication.BASIC).open(client).apply(request);
        assertThat(api.requests().get(0).header("Authorization")).contains("Basic YyUzQWQ6cCt3");
        assertThat(api.requests().get(0).bodyText()).isEqualTo("grant_type=password&username=ann&password=" + SECRET);
        assertThat(run.redactor().redact("YyUzQWQ6cCt3")).isEqualTo("***");
    }
}
