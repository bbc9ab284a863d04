package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.util.regex.Pattern;

/** Says what is wrong with headers before they are sent. */
final class HeaderTexts {

    /** What a name may be made of (RFC 9110, 5.6.2); braces are those of placeholders. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+|.*[{}].*", Pattern.DOTALL);

    private HeaderTexts() {}

    /**
     * Fails for every name that is none, and every value that is no text or would end the line (RFC 9110, 5.5). A null is
     * fine.
     */
    static void check(ConfigNode headers) {
        Problems problems = new Problems();
        for (String name : headers.requireObject().keys()) {
            problems.check(() -> checkName(headers, name));
            problems.check(() -> headers.present(name).ifPresent(value -> checkValue(name, value)));
        }
        problems.throwIfAny();
    }

    private static void checkName(ConfigNode headers, String name) {
        if (!NAME.matcher(name).matches()) {
            throw headers.error(
                    name,
                    "'" + name + "' is no name of a header: letters, digits and - are possible, such as X-Api-Version");
        }
    }

    private static void checkValue(String name, ConfigNode value) {
        String text = value.requireKind(Kind.TEXT).text();
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw value.error(
                    "the header '" + name + "' has a line break in its value, and a header is one line. A text"
                            + " under | in YAML ends with one: write it in quotes");
        }
    }
}
