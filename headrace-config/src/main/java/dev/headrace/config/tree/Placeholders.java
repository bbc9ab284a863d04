package dev.headrace.config.tree;

import dev.headrace.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Replaces {@code ${secrets.x}}, {@code ${config.x}} and {@code ${env.X}} in texts; {@code $${} stands for the characters
 * <code>${</code> themselves. Several names separated by {@code |} are tried in order.
 */
final class Placeholders {

    private static final String OPEN = "${";
    private static final List<String> SCHEMES = List.of("secrets", "config", "env");

    /** What is wrong with a placeholder; the caller knows the place. */
    static final class Unresolved extends Exception {
        private static final long serialVersionUID = 1L;

        Unresolved(String message) {
            super(message);
        }

        String message() {
            return String.valueOf(getMessage());
        }
    }

    private Placeholders() {}

    /** Whether the text is one placeholder and nothing else. */
    static boolean isReference(String text) {
        return text.startsWith(OPEN) && text.indexOf('}') == text.length() - 1;
    }

    static boolean hasAny(String text) {
        return text.contains(OPEN);
    }

    /** @param inserted is applied to each value before it takes the place of its placeholder */
    static String resolve(String text, Lookups lookups, UnaryOperator<String> inserted) throws Unresolved {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, done)) {
            if (open > done && text.charAt(open - 1) == '$') {
                result.append(text, done, open - 1).append(OPEN);
                done = open + OPEN.length();
                continue;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new Unresolved("'${' is not closed by '}'; write $${ for the characters themselves");
            }
            String value = value(text.substring(open + OPEN.length(), close), lookups);
            result.append(text, done, open).append(inserted.apply(value));
            done = close + 1;
        }
        return result.append(text, done, text.length()).toString();
    }

    private static String value(String reference, Lookups lookups) throws Unresolved {
        int dot = reference.indexOf('.');
        String scheme = dot < 0 ? reference : reference.substring(0, dot);
        if (dot < 0 || !SCHEMES.contains(scheme)) {
            throw unknown(reference, scheme);
        }
        List<String> names = List.of(reference.substring(dot + 1).strip().split("\\|"));
        if (names.stream().allMatch(String::isEmpty)) {
            throw new Unresolved("the placeholder ${" + reference + "} has no name; write it like ${" + scheme
                    + (scheme.equals("env") ? ".API_KEY}" : ".api_key}"));
        }
        List<String> allowed = names.stream().filter(lookups.allowed()).toList();
        if (allowed.isEmpty()) {
            throw new Unresolved(
                    "the document is not trusted (--untrusted), and ${" + reference + "} would give it what is"
                            + " yours. Allow it with --allow " + names.get(0) + " if it may have that");
        }
        return value(scheme, allowed, lookups);
    }

    private static String value(String scheme, List<String> names, Lookups lookups) throws Unresolved {
        return switch (scheme) {
            case "secrets" -> orMissing(lookups.secret(names), names, "secret", lookups);
            case "config" -> orMissing(lookups.setting(names), names, "setting", lookups);
            default -> variable(names, lookups);
        };
    }

    private static Unresolved unknown(String reference, String scheme) {
        Function<String, String> written = name -> "${" + name + "}";
        String meant = Suggestions.nearest(scheme, SCHEMES)
                .filter(near -> reference.length() > scheme.length())
                .map(near -> near + reference.substring(scheme.length()))
                .orElse("env." + reference.toUpperCase(Locale.ROOT));
        return new Unresolved("unknown placeholder " + written.apply(reference) + "; did you mean "
                + written.apply(meant) + "? Placeholders are ${secrets.x}, ${config.x} and ${env.X}; write $${ for the"
                + " characters ${ themselves");
    }

    private static String variable(List<String> names, Lookups lookups) throws Unresolved {
        for (String name : names) {
            Optional<String> found = lookups.variable(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new Unresolved("the environment variable " + String.join(" or ", names)
                + " is not set; set it with: export " + names.get(0) + "=...");
    }

    private static String orMissing(Optional<String> found, List<String> names, String noun, Lookups lookups)
            throws Unresolved {
        if (found.isPresent()) {
            return found.get();
        }
        String wanted = names.get(names.size() - 1);
        List<String> lines = new ArrayList<>();
        lines.add("the " + noun + " '" + wanted + "' is not set. Tried, in this order:");
        lookups.settings().places(names).forEach(place -> lines.add("      " + place));
        lines.add("    Set the environment variable "
                + wanted.toUpperCase(Locale.ROOT).replace(".", "__") + ", or write " + tomlLine(wanted)
                + " to .headrace/" + (noun.equals("secret") ? "secrets" : "config") + ".toml");
        throw new Unresolved(String.join("\n", lines));
    }

    private static String tomlLine(String name) {
        int dot = name.lastIndexOf('.');
        String key = name.substring(dot + 1) + " = \"...\"";
        return dot < 0 ? key : key + " under [" + name.substring(0, dot) + "]";
    }
}
