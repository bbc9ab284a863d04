package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.HttpRequest;
import org.junit.jupiter.api.Test;

class ApiKeyInHeaderTest extends AuthenticatorContract {

    @Override
    Authenticator authenticator() {
        return Auth.apiKey("key", Secret.of(SECRET), KeyLocation.HEADER);
    }

    @Test
    void sendsTheKeyAsItIs() {
        HttpRequest applied = authenticator().open(client).apply(request);
        assertThat(applied.headers().find("Key")).contains(SECRET);
    }
}
