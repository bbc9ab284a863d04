package dev.headrace.rest.auth;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import java.util.List;

/** {@code {type: oauth2_client_credentials, access_token_url: ..., client_id: ..., client_secret: ...}}. */
public final class ClientCredentialsProvider implements ComponentProvider<Authenticator> {

    @Override
    public Class<Authenticator> type() {
        return Authenticator.class;
    }

    @Override
    public String name() {
        return "oauth2_client_credentials";
    }

    @Override
    public Authenticator create(ConfigNode config, ComponentContext context) {
        return new OAuth2Reader(config, context, GrantType.CLIENT_CREDENTIALS, List.of()).read();
    }
}
