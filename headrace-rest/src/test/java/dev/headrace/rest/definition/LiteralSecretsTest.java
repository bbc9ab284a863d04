package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Redactor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteralSecretsTest {

    private final Redactor redactor = new Redactor();

    @Test
    void leaveTheNameOfAnAuthTypeAlone() {
        LiteralSecrets.learn(JavaNode.of(Map.of("client", Map.of("auth", "bearer"))), redactor);
        assertThat(redactor.redact("bearer_things")).isEqualTo("bearer_things");
    }

    @Test
    void leaveTheNameOfAKeysFileAlone() {
        LiteralSecrets.learn(
                JavaNode.of(Map.of("client", Map.of("tls", Map.of("key", "me.key"), "params", Map.of("key", "k-123")))),
                redactor);
        assertThat(redactor.redact("cannot read me.key, k-123")).isEqualTo("cannot read me.key, ***");
    }

    @Test
    void areFoundByTheNamesOfTheirKeys() {
        LiteralSecrets.learn(
                JavaNode.of(
                        Map.of("params", Map.of("auth", "k-12345"), "headers", Map.of("X-Token", "Bearer t-12345"))),
                redactor);
        assertThat(redactor.redact("k-12345 t-12345 Bearer")).isEqualTo("*** *** Bearer");
    }
}
