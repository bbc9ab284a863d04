package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redactor redactor = new Redactor();
    private final Redaction redaction = new Redaction(redactor);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key",
                "token",
                "key",
                "access_token",
                "apikey",
                "api-key",
                "access-token",
                "secret",
                "password",
                "pwd",
                "client_secret",
                "API_KEY",
                "refresh_token",
                "sig"
            })
    void hidesParametersThatSpeakOfSecrets(String name) {
        assertThat(redaction.url("https://h/p?a=1&" + name + "=xyz&b=2"))
                .isEqualTo("https://h/p?a=1&" + name + "=***&b=2");
    }

    @Test
    void hidesKnownSecretsEverywhere() {
        redactor.learn(Secret.of("s3cr3t value"));
        assertThat(redaction.url("https://h/s3cr3t%20value?appid=s3cr3t+value")).isEqualTo("https://h/***?appid=***");
    }

    @Test
    void hidesUserInformation() {
        assertThat(redaction.url("https://u:p@h:1/p")).isEqualTo("https://h:1/p");
    }

    @Test
    void looksThroughLongTextsThatAreCutOff() {
        String text = "{\"note\":\"" + "a\\n".repeat(1_000_000);
        assertThat(redaction.text(text)).isEqualTo(text);
    }

    @Test
    void hidesFieldsOfBodiesThatSpeakOfSecrets() {
        assertThat(redaction.text("{\"access_token\": \"abc\", \"error\": \"no\"}"))
                .isEqualTo("{\"access_token\": \"***\", \"error\": \"no\"}");
        assertThat(redaction.text("{\"token\":\"cut off in the mid")).isEqualTo("{\"token\":\"***\"");
    }
}
