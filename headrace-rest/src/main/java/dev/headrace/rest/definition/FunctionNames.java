package dev.headrace.rest.definition;

import dev.headrace.config.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for calls of functions that an expression has from nowhere, which would fail only once a record comes to them. The
 * functions are those of JSONata 2.0, https://docs.jsonata.org.
 */
final class FunctionNames {

    private static final List<String> KNOWN =
            List.of(("abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl"
                            + " decodeUrlComponent distinct each encodeUrl encodeUrlComponent error eval exists filter floor"
                            + " formatBase formatInteger formatNumber fromMillis join keys length lookup lowercase map match"
                            + " max merge millis min not now number pad parseInteger power random reduce replace reverse"
                            + " round shuffle sift single sort split spread sqrt string substring substringAfter"
                            + " substringBefore sum toMillis trim type uppercase zip")
                    .split(" "));

    /** Where no code is: texts, quoted names, comments and regular expressions behind a comma or a bracket. */
    private static final Pattern NO_CODE = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`"
                    + "|/\\*.*?\\*/|(?<=[,(~>=]\\s{0,9})/(?:[^/\\\\]|\\\\.)+/",
            Pattern.DOTALL);

    private static final Pattern CALL = Pattern.compile("\\$(\\w+)\\s*\\(");
    private static final Pattern BOUND = Pattern.compile("\\$(\\w+)\\s*:=");
    private static final Pattern PARAMETERS = Pattern.compile("(?:function|\u03bb)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\\$(\\w+)");

    private FunctionNames() {}

    /** What is wrong with a call in the expression; empty when nothing is. */
    static Optional<String> fault(String expression) {
        String code = NO_CODE.matcher(expression).replaceAll(" 0 ");
        Set<String> known = new HashSet<>(KNOWN);
        addAll(known, BOUND, code);
        Matcher parameters = PARAMETERS.matcher(code);
        while (parameters.find()) {
            addAll(known, NAME, parameters.group(1));
        }
        Set<String> called = new HashSet<>();
        addAll(called, CALL, code);
        called.removeAll(known);
        return called.stream().sorted().findFirst().map(FunctionNames::unknown);
    }

    private static void addAll(Set<String> names, Pattern pattern, String code) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }

    private static String unknown(String name) {
        String nearest = Suggestions.nearest(name, KNOWN)
                .map(known -> "; did you mean '$" + known + "'?")
                .orElse(".");
        return "unknown function $" + name + nearest + " Known: $" + String.join(", $", KNOWN);
    }
}
