package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.HttpRequest;
import org.junit.jupiter.api.Test;

class ApiKeyInCookieTest extends AuthenticatorContract {

    @Override
    Authenticator authenticator() {
        return Auth.apiKey("key", Secret.of(SECRET), KeyLocation.COOKIE);
    }

    @Test
    void sendsTheKeyBehindOtherCookies() {
        HttpRequest applied = authenticator().open(client).apply(request.withHeader("cookie", "a=1"));
        assertThat(applied.headers().find("Cookie")).contains("a=1; key=" + SECRET);
    }
}
