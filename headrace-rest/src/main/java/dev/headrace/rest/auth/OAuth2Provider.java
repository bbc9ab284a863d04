package dev.headrace.rest.auth;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import java.util.List;

/** {@code {type: oauth2, grant_type: client_credentials, token_url: ..., client_id: ..., client_secret: ...}}. */
public final class OAuth2Provider implements ComponentProvider<Authenticator> {

    @Override
    public Class<Authenticator> type() {
        return Authenticator.class;
    }

    @Override
    public String name() {
        return "oauth2";
    }

    @Override
    public Authenticator create(ConfigNode config, ComponentContext context) {
        GrantType grant = GrantType.of(config);
        return new OAuth2Reader(config, context, grant, List.of("grant_type")).read();
    }
}
