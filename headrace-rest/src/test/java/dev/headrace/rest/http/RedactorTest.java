package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b\"c/ü&d~e*+f",
                "a+b%22c%2F%C3%BC%26d~e%2A%2Bf",
                "a%20b%22c%2F%C3%BC%26d~e%2A%2Bf",
                "a%20b%22c%2f%c3%bc%26d~e%2a%2bf",
                "a%20b%22c/%C3%BC&d~e*+f",
                "a b\\\"c/ü&d~e*+f",
                "a b\\\"c\\/ü&d~e*+f",
                "a b\\\"c/\\u00fc&d~e*+f",
                "a b&quot;c/ü&amp;d~e*+f",
                "YSBiImMvw7wmZH5lKitm",
            })
    void hidesAValueHoweverItIsWritten(String spelling) {
        redactor.learn(Secret.of("a b\"c/ü&d~e*+f"));
        assertThat(redactor.redact("<" + spelling + ">")).isEqualTo("<***>");
    }

    @Test
    void hidesEachLineOfAKeyButNotItsFrame() {
        String frame = "-----BEGIN PRIVATE KEY-----\n%s-----END PRIVATE KEY-----";
        redactor.learn(Secret.of(frame.formatted("MIIEvgIBADANBgkq\nhkiG9w0BAQEFAASC\n")));
        assertThat(redactor.redact("line hkiG9w0BAQEFAASC of a BEGIN PRIVATE KEY"))
                .isEqualTo("line *** of a BEGIN PRIVATE KEY");
    }

    @Test
    void hidesWhatACutLeaves() {
        redactor.learn(Secret.of("0123456789abcdefghij"));
        assertThat(redactor.redact("it is 0123456789abcd…")).isEqualTo("it is ***…");
        assertThat(redactor.redact("56789abcdefghij, it is")).isEqualTo("***, it is");
        assertThat(redactor.redact("it is 01234567")).isEqualTo("it is 01234567");
    }

    @Test
    void hidesALongValueInAnyLetterCase() {
        redactor.learn(Secret.of("Abc-DEF-ghi-JKL-mno"));
        assertThat(redactor.redact("it is abc-def-ghi-jkl-mno, ABC-DEF-GHI-JKL-MNO"))
                .isEqualTo("it is ***, ***");
        assertThat(redactor.redact("cut: ABC-DEF-GHI-JKL")).isEqualTo("cut: ***");
        redactor.learn(Secret.of("Post"));
        assertThat(redactor.redact("Post, post")).isEqualTo("***, post");
    }
}
