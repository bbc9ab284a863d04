package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.Redaction;
import dev.headrace.rest.http.UserInfo;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the secrets that are written into a configuration itself: values whose name speaks of one, and user information of
 * URLs. Those that come by way of a placeholder are known without this.
 */
final class LiteralSecrets {

    private static final Pattern NAME = Pattern.compile(
            ".*(?:api[_-]?key|apikey|token|secret|passw|pwd|authorization|credential|private[_-]?key|cookie|signature).*");
    private static final Pattern NO_VALUE = Pattern.compile(".*(?:_url|_file|_path|_param|_expiration|_type|_data)");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:basic|bearer|token|apikey)\\s+");

    private final Redactor redactor;

    private LiteralSecrets(Redactor redactor) {
        this.redactor = redactor;
    }

    static void learn(ConfigNode root, Redactor redactor) {
        new LiteralSecrets(redactor).walk(root, "");
    }

    private void walk(ConfigNode node, String name) {
        switch (node.kind()) {
            case OBJECT -> node.keys().forEach(key -> node.find(key).ifPresent(value -> walk(value, key)));
            case LIST -> node.elements().forEach(element -> walk(element, name));
            case TEXT -> {
                if (speaksOfSecret(name) || name.endsWith("url") || name.equals("path") || name.equals("proxy")) {
                    look(node, name);
                }
            }
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

    private static boolean speaksOfSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (NAME.matcher(lower).matches() || Redaction.isSecret(lower))
                && !NO_VALUE.matcher(lower).matches();
    }

    private void look(ConfigNode node, String name) {
        String text;
        try {
            text = node.text();
        } catch (ConfigException e) {
            return; // told by whoever reads it
        }
        if (speaksOfSecret(name) && text.indexOf('{') < 0) {
            redactor.learn(Secret.of(text));
            redactor.learn(Secret.of(SCHEME.matcher(text).replaceFirst("")));
        }
        UserInfo.of(text).ifPresent(user -> user.learn(redactor));
    }
}
