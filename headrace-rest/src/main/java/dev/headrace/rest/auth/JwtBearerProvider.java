package dev.headrace.rest.auth;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import java.util.List;

/** {@code {type: oauth2_jwt_bearer, access_token_url: ..., client_id: ..., private_key: ...}}. */
public final class JwtBearerProvider implements ComponentProvider<Authenticator> {

    @Override
    public Class<Authenticator> type() {
        return Authenticator.class;
    }

    @Override
    public String name() {
        return "oauth2_jwt_bearer";
    }

    @Override
    public Authenticator create(ConfigNode config, ComponentContext context) {
        return new OAuth2Reader(config, context, GrantType.JWT_BEARER, List.of()).read();
    }
}
