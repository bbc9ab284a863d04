package dev.headrace.rest.definition;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.rest.auth.Authenticators;
import dev.headrace.rest.http.Redaction;
import dev.headrace.rest.http.UserInfo;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the secrets that are written into a configuration itself: values whose name speaks of one, and user information of
 * URLs. Those that come by way of a placeholder are known without this. All texts are read on the way, so that every
 * placeholder without a value is found.
 */
final class LiteralSecrets {

    private static final Pattern NAME = Pattern.compile(
            ".*(?:api[_-]?key|apikey|token|secret|passw|pwd|authorization|credential|private[_-]?key|cookie|signature).*");
    private static final Pattern NO_VALUE = Pattern.compile(".*(?:_url|_file|_path|_param|_expiration|_type|_data)");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:basic|bearer|token|apikey)\\s+");

    private final Redactor redactor;
    private final Problems problems = new Problems();

    private LiteralSecrets(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Makes them known to the redactor, and returns what is wrong with placeholders. */
    static Problems learn(ConfigNode root, Redactor redactor) {
        LiteralSecrets secrets = new LiteralSecrets(redactor);
        secrets.walk(root, "");
        return secrets.problems;
    }

    private void walk(ConfigNode node, String name) {
        switch (node.kind()) {
            case OBJECT ->
                node.keys()
                        .forEach(key -> node.find(key).ifPresent(value -> walk(value, isFile(name, key) ? "" : key)));
            case LIST -> node.elements().forEach(element -> walk(element, name));
            case TEXT -> problems.attempt(node::text).ifPresent(text -> look(text, name));
            case INTEGER -> {
                if (speaksOfSecret(name)) {
                    redactor.learn(node.secret());
                }
            }
            default -> {
                // cannot be secret
            }
        }
    }

    /** {@code client.tls.key} names a file, which messages show. */
    private static boolean isFile(String parent, String key) {
        return parent.equals("tls") && key.equals("key");
    }

    private static boolean speaksOfSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (NAME.matcher(lower).matches() || Redaction.isSecret(lower))
                && !NO_VALUE.matcher(lower).matches();
    }

    /** {@code auth: bearer} names a type, whose token comes from the settings. */
    private static boolean isAuthType(String text, String name) {
        return name.equals("auth") && Authenticators.names().contains(text);
    }

    private void look(String text, String name) {
        if (speaksOfSecret(name) && text.indexOf('{') < 0 && !isAuthType(text, name)) {
            redactor.learn(Secret.of(text));
            redactor.learn(Secret.of(SCHEME.matcher(text).replaceFirst("")));
        }
        if (text.contains("://")) {
            UserInfo.of(text).ifPresent(user -> user.learn(redactor));
        }
    }
}
