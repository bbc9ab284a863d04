package dev.headrace.rest.http;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The {@code name:password@} of a URL. */
public record UserInfo(String name, String password) {

    /** Percent-encoding is undone. */
    public static Optional<UserInfo> of(String url) {
        String authority = UrlParts.parse(url).authority();
        int at = authority.lastIndexOf('@');
        if (at <= 0) {
            return Optional.empty();
        }
        String[] parts = authority.substring(0, at).split(":", 2);
        return Optional.of(new UserInfo(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : ""));
    }

    /** As the value of an {@code Authorization} header (RFC 7617, in UTF-8). */
    String authorization() {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Makes the password known, as it is and as it is sent; alone, a name is the secret. */
    public void learn(Redactor redactor) {
        redactor.learn(Secret.of(password.isEmpty() ? name : password));
        redactor.learn(Secret.of(authorization().substring("Basic ".length())));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that encodes nothing
        }
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "***";
    }
}
