package dev.headrace.rest.oauth;

import dev.headrace.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What entitles a client to a token. Immutable. */
public sealed interface Grant permits Grant.ClientCredentials, Grant.Password, RefreshTokenGrant, JwtBearerGrant {

    /**
     * Gets a token.
     *
     * @throws dev.headrace.SourceException when there is none to be had
     */
    IssuedToken exchange(TokenEndpoint endpoint);

    /** What must not be shown. */
    List<Secret> secrets();

    /** The client's own credentials are enough (RFC 6749, 4.4). */
    record ClientCredentials() implements Grant {
        @Override
        public IssuedToken exchange(TokenEndpoint endpoint) {
            return endpoint.ask("client_credentials", Map.of());
        }

        @Override
        public List<Secret> secrets() {
            return List.of();
        }
    }

    /** A user's name and password (RFC 6749, 4.3). */
    record Password(String username, Secret password) implements Grant {
        @Override
        public IssuedToken exchange(TokenEndpoint endpoint) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("username", username);
            fields.put("password", password.reveal());
            return endpoint.ask("password", fields);
        }

        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }
}
