package dev.headrace.rest.auth;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The ways to a token that a configuration can name. Fields joined by {@code |} mean the same. */
enum GrantType {
    CLIENT_CREDENTIALS(List.of("client_credentials"), List.of(), List.of("client_id", "client_secret")),
    REFRESH_TOKEN(
            List.of("refresh_token"),
            List.of("refresh_token", "store_refresh_token"),
            List.of("client_id", "refresh_token")),
    PASSWORD(List.of("password"), List.of("username", "password"), List.of("username", "password")),
    JWT_BEARER(
            List.of("jwt_bearer", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            List.of(
                    "private_key",
                    "private_key_file",
                    "private_key_passphrase",
                    "key_id",
                    "issuer",
                    "subject",
                    "audience",
                    "claims",
                    "assertion_lifetime"),
            List.of("private_key|private_key_file"));

    /** What every grant may have. */
    private static final List<String> COMMON = List.of(
            OAuth2Reader.URL,
            OAuth2Reader.OTHER_URL,
            "client_id",
            "client_secret",
            "client_authentication",
            "scope",
            "scopes",
            "access_token_request_data",
            "access_token",
            "default_token_expiration",
            "expiry_margin");

    private final List<String> labels;
    private final List<String> own;
    private final List<String> required;

    GrantType(List<String> labels, List<String> own, List<String> required) {
        this.labels = labels;
        this.own = own;
        this.required = required;
    }

    /** The name that {@code grant_type} has, or what the other fields say when it is left out. */
    static GrantType of(ConfigNode config) {
        return config.present("grant_type").map(GrantType::named).orElseGet(() -> guessed(config));
    }

    private static GrantType named(ConfigNode node) {
        List<String> names =
                Arrays.stream(values()).map(type -> type.labels.get(0)).toList();
        return Arrays.stream(values())
                .filter(type -> type.labels.contains(node.text()))
                .findFirst()
                .orElseThrow(() -> node.error(
                        "unknown grant type '" + node.text() + "'" + Suggestions.among(node.text(), "Known", names)));
    }

    private static GrantType guessed(ConfigNode config) {
        return Stream.of(REFRESH_TOKEN, JWT_BEARER, PASSWORD)
                .filter(type -> type.own.stream().anyMatch(config::has))
                .findFirst()
                .orElse(CLIENT_CREDENTIALS);
    }

    /** Every field it may have. */
    List<String> fields() {
        return Stream.concat(COMMON.stream(), own.stream()).toList();
    }

    /** The fields that are looked up when they are not written. */
    List<String> required() {
        return Stream.concat(Stream.of(OAuth2Reader.URLS), required.stream()).toList();
    }
}
