package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.rest.http.Authenticator;
import org.junit.jupiter.api.Test;

class HttpBasicTest extends AuthenticatorContract {

    @Override
    Authenticator authenticator() {
        return Auth.httpBasic("user", Secret.of(SECRET));
    }

    @Test
    void encodesInUtf8AndAllowsColonsInThePassword() {
        assertThat(Auth.httpBasic("ü", Secret.of("p:w"))
                        .open(client)
                        .apply(request)
                        .headers()
                        .find("Authorization"))
                .contains("Basic w7w6cDp3");
    }

    @Test
    void theEncodedFormIsSecretToo() {
        Auth.httpBasic("ü", Secret.of("p:w")).open(client);
        assertThat(run.redactor().redact("Basic w7w6cDp3")).isEqualTo("Basic ***");
    }
}
