package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.rest.http.Authenticator;
import org.junit.jupiter.api.Test;

class BearerTest extends AuthenticatorContract {

    @Override
    Authenticator authenticator() {
        return Auth.bearer(Secret.of(SECRET));
    }

    @Test
    void replacesAConfiguredAuthorization() {
        assertThat(authenticator()
                        .open(client)
                        .apply(request.withHeader("authorization", "mine"))
                        .headers()
                        .find("Authorization"))
                .contains("Bearer " + SECRET);
    }
}
