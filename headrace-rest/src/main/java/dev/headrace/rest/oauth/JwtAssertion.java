package dev.headrace.rest.oauth;

import dev.headrace.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement about its issuer (RFC 7523), signed with RS256 or, for an EC key on the curve P-256, with ES256.
 *
 * @param headers beside {@code alg} and {@code typ}, such as {@code kid}
 * @param claims beside {@code iat} and {@code exp}, such as {@code iss}, {@code sub}, {@code aud}
 * @param lifetime between {@code iat} and {@code exp}
 */
public record JwtAssertion(
        PrivateKey key, Map<String, String> headers, Map<String, @Nullable Object> claims, Duration lifetime) {

    private static final int P256 = 256;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** @throws IllegalArgumentException for a key that is neither RSA nor on the curve P-256 */
    public JwtAssertion {
        boolean usable = key instanceof RSAPrivateKey
                || (key instanceof ECPrivateKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() == P256);
        if (!usable) {
            throw new IllegalArgumentException("the key must be an RSA key, or an EC key on the curve P-256");
        }
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** The statement in its compact form. */
    String signed(Instant now) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm());
        header.put("typ", "JWT");
        header.putAll(headers);
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("iat", now.getEpochSecond());
        all.put("exp", now.plus(lifetime).getEpochSecond());
        all.putAll(claims);
        String content = base64(JsonText.write(header)) + "." + base64(JsonText.write(all));
        return content + "." + BASE64.encodeToString(signature(content));
    }

    private String algorithm() {
        return key instanceof ECPrivateKey ? "ES256" : "RS256";
    }

    private byte[] signature(String content) {
        try {
            Signature signature = Signature.getInstance(
                    key instanceof ECPrivateKey ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with this key", e);
        }
    }

    private static String base64(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of the claims only. */
    @Override
    public String toString() {
        return algorithm() + " " + claims.keySet();
    }
}
