package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Secret;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.HttpRequest;
import org.junit.jupiter.api.Test;

class ApiKeyInQueryTest extends AuthenticatorContract {

    @Override
    Authenticator authenticator() {
        return Auth.apiKey("key", Secret.of(SECRET), KeyLocation.QUERY);
    }

    @Test
    void sendsTheKeyBehindTheOtherParameters() {
        Authenticator key = Auth.apiKey("key", Secret.of("a b&c"), KeyLocation.QUERY);
        HttpRequest applied = key.open(client).apply(request.withParam("z", 1L));
        assertThat(applied.wireUrl()).endsWith("?z=1&key=a+b%26c");
    }

    @Test
    void sendsItOnceMoreWhenALinkHasItAlready() {
        HttpRequest applied = authenticator().open(client).apply(request.withUrl(api.url() + "/x?key=1"));
        assertThat(applied.wireUrl()).endsWith("?key=1&key=" + SECRET);
    }

    @Test
    void doesNotLetLinksGrowThatRepeatWhatWasAsked() {
        Authenticator key = Auth.apiKey("key", Secret.of("a b&c"), KeyLocation.QUERY);
        String twice = api.url() + "/x?key=a+b%26c&key=a+b%26c";
        assertThat(key.open(client).apply(request.withUrl(twice)).wireUrl()).isEqualTo(twice);
    }
}
