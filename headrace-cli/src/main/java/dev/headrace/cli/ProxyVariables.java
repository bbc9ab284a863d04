package dev.headrace.cli;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables that name proxies, which may hold a user and a password. */
final class ProxyVariables {

    private static final List<String> NAMES = List.of("http_proxy", "https_proxy", "all_proxy");
    private static final Pattern USER = Pattern.compile("(?:[a-zA-Z0-9]+://)?([^/@]*):([^/@]*)@.*");

    private ProxyVariables() {}

    /** Makes the passwords known, also as they are sent. */
    static void learn(Map<String, String> variables, Redactor redactor) {
        variables.forEach((name, value) -> {
            Matcher matcher = USER.matcher(value);
            if (NAMES.contains(name.toLowerCase(Locale.ROOT)) && matcher.matches()) {
                String password = decoded(matcher.group(2));
                redactor.learn(Secret.of(matcher.group(2)));
                redactor.learn(Secret.of(password));
                String pair = decoded(matcher.group(1)) + ":" + password;
                redactor.learn(Secret.of(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
            }
        });
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
