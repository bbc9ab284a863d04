package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import dev.headrace.rest.http.Urls;
import dev.headrace.rest.oauth.ClientAuthentication;
import dev.headrace.rest.oauth.Grant;
import dev.headrace.rest.oauth.OAuth2;
import dev.headrace.rest.oauth.OAuthClient;
import dev.headrace.rest.oauth.RefreshTokenGrant;
import dev.headrace.rest.oauth.TokenLifetime;
import dev.headrace.rest.oauth.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the {@code auth} nodes of OAuth 2; used once. */
final class OAuth2Reader {

    static final String URL = "access_token_url";
    static final String OTHER_URL = "token_url";
    /** Both names; the first is dlt's, the second that of other tools. */
    static final String URLS = URL + "|" + OTHER_URL;

    private static final String DATA = "access_token_request_data";
    private static final String EXPIRATION = "default_token_expiration";
    private static final String MARGIN = "expiry_margin";
    private static final Path STORE = Path.of(".headrace", "credentials");
    private static final Map<String, ClientAuthentication> AUTHENTICATIONS = Map.of(
            "body", ClientAuthentication.BODY,
            "client_secret_post", ClientAuthentication.BODY,
            "basic", ClientAuthentication.BASIC,
            "client_secret_basic", ClientAuthentication.BASIC);

    private final ConfigNode config;
    private final GrantType type;
    private final AuthFields fields;

    OAuth2Reader(ConfigNode config, ComponentContext context, GrantType type, List<String> moreFields) {
        List<String> allowed = new ArrayList<>(type.fields());
        allowed.addAll(moreFields);
        this.config = config;
        this.type = type;
        this.fields = new AuthFields(config, context, allowed, type.required());
    }

    OAuth2 read() {
        exclude(URL, OTHER_URL);
        exclude("scope", "scopes");
        String url = fields.filled(URLS);
        fields.read(() -> absolute(url));
        OAuthClient client = client();
        Optional<Grant> grant = fields.read(() -> grant(url, client));
        Map<String, @Nullable Object> data = data();
        Duration otherwise = seconds(EXPIRATION, TokenLifetime.usual().otherwise());
        Duration margin = config.present(MARGIN).isEmpty() ? null : seconds(MARGIN, Duration.ZERO);
        Secret token = config.present("access_token")
                .flatMap(node -> fields.read(node::secret))
                .orElse(null);
        fields.problems().throwIfAny();
        return new OAuth2(url, client, grant.orElseThrow(), data, new TokenLifetime(otherwise, margin), token);
    }

    private void exclude(String one, String other) {
        if (config.has(one) && config.has(other)) {
            fields.problems()
                    .add(config.error(
                            other, "'" + one + "' and '" + other + "' mean the same; leave one of them out."));
        }
    }

    private String absolute(String url) {
        if (!url.isEmpty() && !Urls.isAbsolute(url)) {
            String key = config.has(OTHER_URL) ? OTHER_URL : URL;
            throw config.error(
                    key, "'" + key + "' is '" + url + "'; it must be a whole URL that begins with https://.");
        }
        return url;
    }

    private OAuthClient client() {
        boolean needsSecret = type == GrantType.CLIENT_CREDENTIALS;
        boolean needsId = needsSecret || type == GrantType.REFRESH_TOKEN;
        String id = needsId
                ? fields.filled("client_id")
                : fields.read(() -> fields.optionalText("client_id"))
                        .flatMap(o -> o)
                        .orElse(null);
        Secret secret = needsSecret
                ? fields.secret("client_secret")
                : fields.read(() -> fields.optionalSecret("client_secret"))
                        .flatMap(o -> o)
                        .orElse(null);
        return new OAuthClient(id, id == null ? null : secret, authentication());
    }

    private ClientAuthentication authentication() {
        return config.present("client_authentication")
                .flatMap(node -> fields.read(() -> authentication(node)))
                .orElse(ClientAuthentication.BODY);
    }

    private static ClientAuthentication authentication(ConfigNode node) {
        ClientAuthentication found = AUTHENTICATIONS.get(node.text());
        if (found == null) {
            throw node.error("'" + node.text() + "' is not allowed"
                    + Suggestions.didYouMean(node.text(), AUTHENTICATIONS.keySet())
                    + " Allowed: body (client_secret_post), basic (client_secret_basic)");
        }
        return found;
    }

    private Grant grant(String url, OAuthClient client) {
        return switch (type) {
            case CLIENT_CREDENTIALS -> new Grant.ClientCredentials();
            case PASSWORD -> new Grant.Password(fields.text("username"), fields.secret("password"));
            case REFRESH_TOKEN -> new RefreshTokenGrant(store(url, client));
            case JWT_BEARER -> new JwtReader(config, fields).read(url, client);
        };
    }

    private TokenStore store(String url, OAuthClient client) {
        Secret configured = fields.secret("refresh_token");
        ComponentContext context = fields.context();
        if (!config.bool("store_refresh_token", !context.untrusted())) {
            return TokenStore.inMemory(configured);
        }
        if (context.untrusted()) {
            throw config.error(
                    "store_refresh_token",
                    "a configuration that is not trusted (--untrusted) gets no tokens that were stored before, and stores"
                            + " none. Leave 'store_refresh_token' out.");
        }
        String key = context.owner() + "\n" + client.id() + "\n" + url;
        return TokenStore.in(context.directory().resolve(STORE), key, configured);
    }

    private Duration seconds(String name, Duration otherwise) {
        long seconds = fields.integer(name, otherwise.toSeconds());
        if (seconds < 0) {
            fields.problems()
                    .add(fields.place(name).error("'" + name + "' is " + seconds + "; it must be 0 or more seconds."));
        }
        return Duration.ofSeconds(seconds);
    }

    private Map<String, @Nullable Object> data() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        scope().ifPresent(scope -> data.put("scope", scope));
        fields.node(DATA)
                .ifPresent(node -> fields.read(() -> {
                    for (String key : node.requireObject().keys()) {
                        data.put(key, node.find(key).map(ConfigNode::value).orElse(null));
                    }
                    return data;
                }));
        return data;
    }

    /** One text, or a list of scopes, which are sent as one text (RFC 6749, 3.3); for assertions it is a claim. */
    private Optional<String> scope() {
        return type == GrantType.JWT_BEARER ? Optional.empty() : scope(config, fields);
    }

    static Optional<String> scope(ConfigNode config, AuthFields fields) {
        return config.present("scope")
                .or(() -> config.present("scopes"))
                .flatMap(node -> fields.read(() -> {
                    List<ConfigNode> several = node.kind() == ConfigNode.Kind.LIST ? node.elements() : List.of(node);
                    return String.join(
                            " ", several.stream().map(ConfigNode::text).toList());
                }));
    }
}
