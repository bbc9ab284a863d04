package dev.headrace.rest.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Secret;
import dev.headrace.rest.oauth.JwtAssertion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that OpenSSL wrote. */
class PrivateKeysTest {

    private static final Secret PASSPHRASE = Secret.of("open-sesame");

    static String pem(String name) throws IOException {
        try (InputStream stream = PrivateKeysTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @CsvSource({"rsa-pkcs1.pem, rsa-pkcs8.pem", "rsa-encrypted.pem, rsa-pkcs8.pem", "ec-sec1.pem, ec-pkcs8.pem"})
    void everyFormGivesTheSameKey(String other, String plain) throws IOException, UnusablePemException {
        assertThat(exponent(PrivateKeys.read(pem(other), PASSPHRASE)))
                .isEqualTo(exponent(PrivateKeys.read(pem(plain), null)));
    }

    private static BigInteger exponent(PrivateKey key) {
        return key instanceof ECPrivateKey ec ? ec.getS() : ((RSAPrivateKey) key).getPrivateExponent();
    }

    @Test
    void lineBreaksMayBeWritten() throws IOException, UnusablePemException {
        String oneLine = pem("rsa-pkcs8.pem").replace("\n", "\\n");
        assertThat(PrivateKeys.read(oneLine, null)).isEqualTo(PrivateKeys.read(pem("rsa-pkcs8.pem"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-encrypted.pem, wrong, is the passphrase right",
        "rsa-encrypted.pem,      , there is no passphrase",
        "rsa-old-encrypted.pem, open-sesame, openssl pkcs8 -topk8"
    })
    void saysWhyAKeyIsOfNoUse(String name, String passphrase, String reason) {
        Secret secret = passphrase == null ? null : Secret.of(passphrase);
        assertThatThrownBy(() -> PrivateKeys.read(pem(name), secret))
                .isInstanceOf(UnusablePemException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "no key at all, no BEGIN PRIVATE KEY",
        "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----, damaged",
        "-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----, no Base64",
        "-----BEGIN EC PRIVATE KEY-----MHcC-----END EC PRIVATE KEY-----, damaged",
        "-----BEGIN DSA PRIVATE KEY-----AAAA-----END DSA PRIVATE KEY-----, RSA and EC"
    })
    void saysWhatATextIsNot(String text, String reason) {
        assertThatThrownBy(() -> PrivateKeys.read(text, null))
                .isInstanceOf(UnusablePemException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void keysOnOtherCurvesCannotSignAssertions() throws IOException, UnusablePemException {
        PrivateKey key = PrivateKeys.read(pem("ec-384.pem"), null);
        assertThatThrownBy(() -> new JwtAssertion(key, Map.of(), Map.of(), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-256");
    }
}
