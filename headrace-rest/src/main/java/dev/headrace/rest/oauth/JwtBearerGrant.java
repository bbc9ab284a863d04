package dev.headrace.rest.oauth;

import dev.headrace.Secret;
import java.util.List;
import java.util.Map;

/** An assertion that is signed anew for each token (RFC 7523, 2.1). */
public record JwtBearerGrant(JwtAssertion assertion) implements Grant {

    private static final String TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    @Override
    public IssuedToken exchange(TokenEndpoint endpoint) {
        Secret signed = Secret.of(assertion.signed(endpoint.now()));
        endpoint.redactor().learn(signed);
        return endpoint.ask(TYPE, Map.of("assertion", signed.reveal()));
    }

    @Override
    public List<Secret> secrets() {
        return List.of();
    }
}
