package dev.headrace.engine.naming;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The known conventions. Where a rule says "digit", the decimal digits of other scripts count too, as in dlt. */
final class Conventions {

    private static final String UNDERSCORES = "__";
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z\\p{Nd}_]+");
    private static final Pattern NOT_ASCII_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9_]+");
    private static final Pattern LEADING_DIGIT = Pattern.compile("^\\p{Nd}");
    private static final Pattern WORD_BEGINS = Pattern.compile("([^_])([A-Z][a-z]+)");
    private static final Pattern CAPITALS_BEGIN = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern UNDERSCORE_RUN = Pattern.compile("_+");
    private static final Pattern TRAILING_UNDERSCORES = Pattern.compile("_+$");
    // No database has names with zero characters.
    private static final Pattern NOT_DIRECT = Pattern.compile("[\n\r'\"▶\\x00]");
    private static final Pattern NOT_DUCK = Pattern.compile("[\n\r\"\\x00]");

    private static final List<Convention> ALL = List.of(
            new Convention("snake_case", UNDERSCORES, Conventions::snakeCase),
            new Convention("duck_case", UNDERSCORES, Conventions::duckCase),
            new Convention("direct", "▶", Conventions::direct),
            new Convention("sql_cs_v1", UNDERSCORES, Conventions::sqlCaseSensitive),
            new Convention("sql_ci_v1", UNDERSCORES, lowerCased(Conventions::sqlCaseSensitive)));

    private Conventions() {}

    static Convention named(String name) {
        return ALL.stream()
                .filter(convention -> convention.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static ConfigException unknown(String name) {
        List<String> names = ALL.stream().map(Convention::name).toList();
        return new ConfigException("Cannot use naming convention '" + name + "': there is none of that name"
                + Suggestions.didYouMean(name, names) + " Known conventions: " + String.join(", ", names));
    }

    private static String snakeCase(String trimmed) {
        String letters = NOT_ALPHANUMERIC.matcher(withSpokenSymbols(trimmed)).replaceAll("_");
        String words = WORD_BEGINS.matcher(letters).replaceAll("$1_$2");
        String lower = CAPITALS_BEGIN.matcher(words).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        String body = withoutTrailingUnderscores(withoutLeadingDigit(lower));
        int trailing = withoutLeadingDigit(lower).length() - body.length();
        return contracted(body + "x".repeat(trailing));
    }

    private static String withSpokenSymbols(String text) {
        return text.replace('+', 'x')
                .replace('*', 'x')
                .replace('-', '_')
                .replace('@', 'a')
                .replace('|', 'l');
    }

    private static String sqlCaseSensitive(String trimmed) {
        String letters = NOT_ASCII_ALPHANUMERIC.matcher(trimmed).replaceAll("_");
        String body = withoutTrailingUnderscores(withoutLeadingDigit(letters));
        return body.isEmpty() ? "_" : contracted(body);
    }

    private static String duckCase(String trimmed) {
        return contracted(NOT_DUCK.matcher(trimmed).replaceAll("_"));
    }

    private static String direct(String trimmed) {
        return NOT_DIRECT.matcher(trimmed).replaceAll("_");
    }

    private static UnaryOperator<String> lowerCased(UnaryOperator<String> rule) {
        return trimmed -> rule.apply(trimmed).toLowerCase(Locale.ROOT);
    }

    private static String withoutLeadingDigit(String text) {
        return LEADING_DIGIT.matcher(text).find() ? '_' + text : text;
    }

    private static String withoutTrailingUnderscores(String text) {
        return TRAILING_UNDERSCORES.matcher(text).replaceAll("");
    }

    private static String contracted(String text) {
        return UNDERSCORE_RUN.matcher(text).replaceAll("_");
    }
}
