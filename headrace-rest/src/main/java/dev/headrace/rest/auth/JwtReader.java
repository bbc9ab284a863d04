package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.rest.oauth.Grant;
import dev.headrace.rest.oauth.JwtAssertion;
import dev.headrace.rest.oauth.JwtBearerGrant;
import dev.headrace.rest.oauth.OAuthClient;
import dev.headrace.rest.pem.PrivateKeys;
import dev.headrace.rest.pem.UnusablePemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what makes a signed assertion; used once. */
final class JwtReader {

    private static final String KEY = "private_key";
    private static final String FILE = "private_key_file";
    private static final long LIFETIME = 3600;

    private final ConfigNode config;
    private final AuthFields fields;

    JwtReader(ConfigNode config, AuthFields fields) {
        this.config = config;
        this.fields = fields;
    }

    Grant read(String tokenUrl, OAuthClient client) {
        Map<String, String> headers = new LinkedHashMap<>();
        fields.read(() -> config.text("key_id")).flatMap(id -> id).ifPresent(id -> headers.put("kid", id));
        Problems problems = new Problems();
        Supplier<Map<String, @Nullable Object>> claims = problems.part(() -> claims(tokenUrl, client));
        Supplier<Long> lifetime = problems.part(this::lifetime);
        Supplier<PrivateKey> key = problems.part(this::key);
        return problems.whole(() -> grant(key.get(), headers, claims.get(), Duration.ofSeconds(lifetime.get())));
    }

    private Grant grant(
            PrivateKey key, Map<String, String> headers, Map<String, @Nullable Object> claims, Duration lifetime) {
        try {
            return new JwtBearerGrant(new JwtAssertion(key, headers, claims, lifetime));
        } catch (IllegalArgumentException e) {
            throw config.error(KEY, "'" + KEY + "' cannot be used: " + e.getMessage() + ".");
        }
    }

    private long lifetime() {
        long lifetime = fields.integer("assertion_lifetime", LIFETIME);
        if (lifetime <= 0) {
            throw fields.place("assertion_lifetime")
                    .error("'assertion_lifetime' is " + lifetime + "; it must be more than 0 seconds.");
        }
        return lifetime;
    }

    private Map<String, @Nullable Object> claims(String tokenUrl, OAuthClient client) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        String issuer = fields.text("issuer", client.id() == null ? "" : client.id());
        String subject = fields.text("subject", issuer);
        if (issuer.isEmpty()) {
            throw config.error("'client_id' is missing, and so is 'issuer': one of them says who signs.");
        }
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", fields.text("audience", tokenUrl));
        OAuth2Reader.scope(config, fields).ifPresent(scope -> claims.put("scope", scope));
        fields.node("claims")
                .map(ConfigNode::requireObject)
                .ifPresent(node -> node.keys()
                        .forEach(name -> claims.put(
                                name, node.find(name).map(ConfigNode::value).orElse(null))));
        return claims;
    }

    private PrivateKey key() {
        Optional<Secret> passphrase = fields.optionalSecret("private_key_passphrase");
        boolean ofFile = config.present(FILE).isPresent();
        if (ofFile && config.present(KEY).isPresent()) {
            throw config.error(FILE, "'" + KEY + "' and '" + FILE + "' exclude each other; leave one of them out.");
        }
        Secret pem = ofFile ? content(config.require(FILE)) : written();
        passphrase.ifPresent(fields.context().redactor()::learn);
        try {
            return PrivateKeys.read(pem.reveal(), passphrase.orElse(null));
        } catch (UnusablePemException e) {
            String name = ofFile ? FILE : KEY;
            throw config.error(name, "'" + name + "' cannot be used: " + e.reason() + ".");
        }
    }

    private Secret written() {
        return fields.optionalSecret(KEY).orElseThrow(fields.missing(KEY));
    }

    private Secret content(ConfigNode node) {
        Path file = fields.context().file(node);
        try {
            return fields.context().redactor().learn(Secret.of(Files.readString(file)));
        } catch (IOException e) {
            throw node.error("cannot read the private key in " + file + ": "
                    + e.getClass().getSimpleName()
                    + ". Check the name and its rights; relative names start at the working directory.");
        }
    }
}
