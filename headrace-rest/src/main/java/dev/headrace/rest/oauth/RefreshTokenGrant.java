package dev.headrace.rest.oauth;

import dev.headrace.FailureKind;
import dev.headrace.Secret;
import dev.headrace.SourceException;
import java.util.List;
import java.util.Map;

/**
 * A refresh token (RFC 6749, 6). Where the answer has another one, that is kept before the access token beside it is used:
 * from then on the old one may be worthless.
 */
public record RefreshTokenGrant(TokenStore store) implements Grant {

    @Override
    public IssuedToken exchange(TokenEndpoint endpoint) {
        return store.exclusively(slot -> exchange(endpoint, slot));
    }

    private IssuedToken exchange(TokenEndpoint endpoint, TokenStore.Slot slot) {
        Secret current = endpoint.redactor().learn(slot.current());
        IssuedToken issued = asked(endpoint, current);
        issued.refreshToken().filter(token -> !token.equals(current)).ifPresent(slot::keep);
        return issued;
    }

    private IssuedToken asked(TokenEndpoint endpoint, Secret current) {
        try {
            return endpoint.ask("refresh_token", Map.of("refresh_token", current.reveal()));
        } catch (SourceException e) {
            boolean refused = e.message().contains("answered 4");
            throw refused
                    ? new SourceException(
                            FailureKind.AUTH,
                            e.message() + "\nUsed was " + store.description()
                                    + ". If it has ended or was revoked, get a new one from the API and configure it.",
                            e)
                    : e;
        }
    }

    /** The token comes to be known when it is used. */
    @Override
    public List<Secret> secrets() {
        return List.of();
    }
}
