package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Settings;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.RetryPolicy;
import dev.headrace.rest.http.TestNode;
import dev.headrace.rest.http.TestRun;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtBearerTest {

    @TempDir
    Path temp;

    private final FakeApi api = FakeApi.start();
    private final TestRun run = new TestRun();
    private final ApiClient client = new ApiClient(RetryPolicy.ofDefaults(), run);

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    private String[] assertion(Map<String, ?> auth) {
        api.on("/token", Answer.json("{\"access_token\": \"tok\"}"));
        HttpRequest applied = create(auth).open(client).apply(HttpRequest.get("things", api.url() + "/things"));
        assertThat(applied.headers().find("Authorization")).contains("Bearer tok");
        Map<String, String> form = new LinkedHashMap<>();
        api.requests().get(0).form().forEach(field -> form.put(field.getKey(), field.getValue()));
        assertThat(form).containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        String assertion = form.getOrDefault("assertion", "");
        assertThat(run.redactor().redact("<" + assertion + ">")).isEqualTo("<***>");
        return assertion.split("\\.");
    }

    private dev.headrace.rest.http.Authenticator create(Map<String, ?> auth) {
        ComponentContext context = new ComponentContext("things", temp, Settings.none(), new Redactor());
        return Authenticators.create(TestNode.of(JsonText.write(auth)), context);
    }

    private Map<String, Object> auth(String key) {
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("type", "oauth2_jwt_bearer");
        auth.put("token_url", api.url() + "/token");
        auth.put("client_id", "me@example.com");
        auth.put("private_key", key);
        return auth;
    }

    private static @Nullable Object json(String part) {
        return JsonTree.parse(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                .toJava();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048, RS256, SHA256withRSA", "EC, 256, ES256, SHA256withECDSAinP1363Format"})
    void isSignedWithTheKey(String algorithm, int size, String name, String verification)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair pair = generator.generateKeyPair();
        Map<String, Object> auth = auth(pem(pair));
        auth.put("key_id", "k1");
        String[] parts = assertion(auth);
        assertThat(json(parts[0])).isEqualTo(Map.of("alg", name, "typ", "JWT", "kid", "k1"));
        Signature signature = Signature.getInstance(verification);
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void claimsWhoSignsForWhomAndForHowLong() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        Map<String, Object> auth = auth(pem(generator.generateKeyPair()));
        auth.put("scopes", java.util.List.of("read", "write"));
        auth.put("claims", Map.of("tenant", 7));
        auth.put("subject", "user");
        auth.put("assertion_lifetime", 300);
        long now = run.clock().instant().getEpochSecond();
        assertThat(json(assertion(auth)[1]))
                .isEqualTo(Map.of(
                        "iat",
                        now,
                        "exp",
                        now + 300,
                        "iss",
                        "me@example.com",
                        "sub",
                        "user",
                        "aud",
                        api.url() + "/token",
                        "scope",
                        "read write",
                        "tenant",
                        7L));
    }

    @Test
    void readsTheKeyFromAFile() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Files.writeString(temp.resolve("key.pem"), pem(pair));
        Map<String, Object> auth = auth("");
        auth.remove("private_key");
        auth.put("private_key_file", "key.pem");
        assertThat(assertion(auth)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "private_key, no key, no BEGIN PRIVATE KEY",
        "private_key_file, missing.pem, cannot read the private key",
        "assertion_lifetime, 0, more than 0",
        "client_id, '', who signs"
    })
    void saysWhatIsWrong(String key, String value, String message) {
        Map<String, Object> auth = auth("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        if (key.equals("private_key_file")) {
            auth.remove("private_key");
        }
        auth.put(key, key.equals("assertion_lifetime") ? (Object) Long.valueOf(value) : value);
        assertThatThrownBy(() -> create(auth))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }
}
