package dev.headrace.rest.oauth;

import dev.headrace.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for tokens.
 *
 * @param id null when the grant says it all, as assertions may
 * @param secret null for a public client
 */
public record OAuthClient(@Nullable String id, @Nullable Secret secret, ClientAuthentication authentication) {

    public OAuthClient {
        if (id == null && secret != null) {
            throw new IllegalArgumentException("A client secret needs a client id");
        }
    }

    /** A client that sends its secret in the body. */
    public static OAuthClient of(String id, Secret secret) {
        return new OAuthClient(id, secret, ClientAuthentication.BODY);
    }

    /** A client without a secret. */
    public static OAuthClient withoutSecret(String id) {
        return new OAuthClient(id, null, ClientAuthentication.BODY);
    }

    /** The same with its secret sent in another way. */
    public OAuthClient authenticatedBy(ClientAuthentication how) {
        return new OAuthClient(id, secret, how);
    }
}
