package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import java.util.List;

/** {@code {type: http_basic, username: ..., password: ...}}. */
public final class HttpBasicProvider implements ComponentProvider<Authenticator> {

    private static final List<String> FIELDS = List.of("username", "password");

    @Override
    public Class<Authenticator> type() {
        return Authenticator.class;
    }

    @Override
    public String name() {
        return "http_basic";
    }

    @Override
    public Authenticator create(ConfigNode config, ComponentContext context) {
        AuthFields fields = new AuthFields(config, context, FIELDS, FIELDS);
        String username = fields.text("username");
        Secret password = fields.secret("password");
        fields.problems().throwIfAny();
        return Auth.httpBasic(username, password);
    }
}
