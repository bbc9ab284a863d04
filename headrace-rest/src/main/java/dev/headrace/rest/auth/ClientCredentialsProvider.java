package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ComponentProvider;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Urls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code {type: oauth2_client_credentials, access_token_url: ..., client_id: ..., client_secret: ...}}; also under the names
 * {@code oauth2} and {@code token_url}, which other tools use.
 */
public final class ClientCredentialsProvider implements ComponentProvider<Authenticator> {

    private static final String URL = "access_token_url|token_url";
    private static final String DATA = "access_token_request_data";
    private static final String EXPIRATION = "default_token_expiration";
    private static final List<String> REQUIRED = List.of(URL, "client_id", "client_secret");
    private static final List<String> FIELDS =
            List.of("access_token_url", "token_url", "client_id", "client_secret", DATA, EXPIRATION);

    @Override
    public Class<Authenticator> type() {
        return Authenticator.class;
    }

    @Override
    public String name() {
        return "oauth2_client_credentials";
    }

    @Override
    public List<String> aliases() {
        return List.of("oauth2");
    }

    @Override
    public Authenticator create(ConfigNode config, ComponentContext context) {
        if (config.has("access_token_url") && config.has("token_url")) {
            throw config.error("token_url", "'access_token_url' and 'token_url' mean the same; leave one of them out.");
        }
        AuthFields fields = new AuthFields(config, context, FIELDS, REQUIRED);
        String url = absolute(fields.text(URL), config);
        Duration expiration = expiration(fields);
        Map<String, @Nullable Object> data =
                fields.node(DATA).map(ClientCredentialsProvider::fields).orElseGet(Map::of);
        String id = fields.text("client_id");
        Secret secret = fields.secret("client_secret");
        return new ClientCredentials(url, id, secret, data, expiration);
    }

    private static String absolute(String url, ConfigNode config) {
        if (!Urls.isAbsolute(url)) {
            String key = config.has("token_url") ? "token_url" : "access_token_url";
            throw config.error(
                    key, "'" + key + "' is '" + url + "'; it must be a whole URL that begins with https://.");
        }
        return url;
    }

    private static Duration expiration(AuthFields fields) {
        long seconds = fields.integer(EXPIRATION, ClientCredentials.DEFAULT_EXPIRATION.toSeconds());
        if (seconds < 0) {
            throw fields.place(EXPIRATION)
                    .error("'" + EXPIRATION + "' is " + seconds + "; it must be 0 or more seconds.");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Map<String, @Nullable Object> fields(ConfigNode node) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String key : node.requireObject().keys()) {
            fields.put(key, node.find(key).map(ConfigNode::value).orElse(null));
        }
        return fields;
    }
}
