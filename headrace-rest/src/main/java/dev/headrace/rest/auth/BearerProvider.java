package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import java.util.List;

/** {@code {type: bearer, token: ...}}. */
public final class BearerProvider implements ComponentProvider<Authenticator> {

    private static final List<String> FIELDS = List.of("token");

    @Override
    public Class<Authenticator> type() {
        return Authenticator.class;
    }

    @Override
    public String name() {
        return "bearer";
    }

    @Override
    public Authenticator create(ConfigNode config, ComponentContext context) {
        AuthFields fields = new AuthFields(config, context, FIELDS, FIELDS);
        Secret token = fields.secret("token");
        fields.problems().throwIfAny();
        return Auth.bearer(token);
    }
}
