package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import java.util.List;
import java.util.regex.Pattern;

/** {@code {type: api_key, api_key: ..., name: Authorization, location: header}}. */
public final class ApiKeyProvider implements ComponentProvider<Authenticator> {

    private static final List<String> FIELDS = List.of("name", "api_key", "location");
    /** RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    @Override
    public Class<Authenticator> type() {
        return Authenticator.class;
    }

    @Override
    public String name() {
        return "api_key";
    }

    @Override
    public Authenticator create(ConfigNode config, ComponentContext context) {
        AuthFields fields = new AuthFields(config, context, FIELDS, List.of("api_key"));
        String label = fields.text("location", "header");
        KeyLocation location = fields.read(() -> KeyLocation.of(label, fields.place("location")))
                .orElse(KeyLocation.HEADER);
        Secret key = fields.secret("api_key");
        String name = fields.text("name", Auth.AUTHORIZATION);
        fields.read(() -> checked(name, location, fields.place("name")));
        fields.problems().throwIfAny();
        return Auth.apiKey(name, key, location);
    }

    private static String checked(String name, KeyLocation location, ConfigNode place) {
        if (name.isBlank()) {
            throw place.error("'name' is empty: say under which name the key is sent, such as X-API-Key");
        }
        if (location != KeyLocation.QUERY && !TOKEN.matcher(name).matches()) {
            throw place.error("'" + name + "' is no name of a header or cookie: use letters, digits, - and _, such as"
                    + " X-API-Key");
        }
        return name;
    }
}
