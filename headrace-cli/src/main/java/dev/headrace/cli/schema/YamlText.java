package dev.headrace.cli.schema;

import dev.headrace.json.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain Java values as YAML in block style. Texts stand unquoted only where readers of YAML 1.1 and of YAML 1.2 take
 * them for texts: a column named {@code no} is quoted.
 */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Set<String> OTHER_THAN_TEXT =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    /** The document; objects have text keys, their order is kept. */
    static String of(Map<String, ? extends @Nullable Object> document) {
        YamlText writer = new YamlText();
        writer.object(document, 0);
        return writer.text.toString();
    }

    private void object(Map<?, ?> map, int depth) {
        map.forEach((key, value) -> {
            indent(depth);
            text.append(scalar(String.valueOf(key))).append(':');
            value(value, depth);
        });
    }

    /** What follows a key: on the same line, or on lines of its own. */
    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('\n');
            object(map, depth + 1);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            list.forEach(element -> element(element, depth));
        } else {
            text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void element(@Nullable Object value, int depth) {
        indent(depth);
        text.append("- ").append(scalar(value)).append('\n');
    }

    private void indent(int depth) {
        text.append("  ".repeat(depth));
    }

    /** A text, number or truth; whatever else is written as JSON, which is YAML too. */
    private static String scalar(@Nullable Object value) {
        if (value instanceof String word
                && PLAIN.matcher(word).matches()
                && !OTHER_THAN_TEXT.contains(word.toLowerCase(Locale.ROOT))) {
            return word;
        }
        return JsonText.write(value);
    }
}
