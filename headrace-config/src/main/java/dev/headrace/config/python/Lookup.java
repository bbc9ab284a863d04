package dev.headrace.config.python;

import dev.headrace.config.python.Token.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Code that only asks for a value from outside: {@code dlt.secrets["a"]}, {@code dlt.config.get("a.b")},
 * {@code os.environ["A"]}, {@code dlt.secrets.value}.
 *
 * @param scheme that of the placeholder it becomes
 * @param name what is asked for; empty when it is injected by the name of the key or parameter
 * @param code how it was written, without the name
 * @param end index of the token after it
 * @param hasDefault whether it gives another value for the case that there is none
 */
record Lookup(String scheme, String name, String code, int end, boolean hasDefault) {

    /** What stands before the bracket, and the placeholder's scheme. */
    private static final Map<String, String> SCHEMES = Map.ofEntries(
            Map.entry("dlt.secrets", "secrets"),
            Map.entry("dlt.secrets.get", "secrets"),
            Map.entry("dlt.config", "config"),
            Map.entry("dlt.config.get", "config"),
            Map.entry("os.environ", "env"),
            Map.entry("os.environ.get", "env"),
            Map.entry("os.getenv", "env"),
            Map.entry("environ", "env"),
            Map.entry("environ.get", "env"),
            Map.entry("getenv", "env"));

    static Optional<Lookup> at(List<Token> tokens, int index) {
        if (tokens.get(Math.min(index, tokens.size() - 1)).type() != Type.NAME) {
            return Optional.empty();
        }
        String code = DottedName.at(tokens, index);
        int bracket = index + DottedName.length(code);
        if (code.equals("dlt.secrets.value") || code.equals("dlt.config.value")) {
            String scheme = code.startsWith("dlt.secrets") ? "secrets" : "config";
            return Optional.of(new Lookup(scheme, "", code, bracket, false));
        }
        String scheme = SCHEMES.get(code);
        boolean isCall = code.endsWith("get") || code.endsWith("getenv");
        return scheme == null ? Optional.empty() : bracketed(tokens, bracket, scheme, code, isCall);
    }

    private static Optional<Lookup> bracketed(
            List<Token> tokens, int bracket, String scheme, String code, boolean isCall) {
        List<String> names = new ArrayList<>();
        int i = bracket;
        while (i + 2 < tokens.size() && tokens.get(i).is(isCall ? "(" : "[") && plain(tokens.get(i + 1))) {
            boolean more =
                    isCall && tokens.get(i + 2).is(",") && !tokens.get(i + 3).is(")");
            if (!more && !tokens.get(i + 2).is(isCall ? ")" : "]")) {
                return Optional.empty();
            }
            names.add(tokens.get(i + 1).text());
            i += 3;
            if (isCall) {
                return Optional.of(new Lookup(scheme, names.get(0), code, i, more));
            }
        }
        return names.isEmpty() || scheme.equals("env") && names.size() > 1
                ? Optional.empty()
                : Optional.of(new Lookup(scheme, String.join(".", names), code, i, false));
    }

    /** Whether the name can stand in a placeholder. */
    private static boolean plain(Token token) {
        return token.type() == Type.STRING
                && !token.text().isBlank()
                && token.text().matches("[^{}|$]+");
    }

    boolean isInjected() {
        return name.isEmpty();
    }

    String placeholder() {
        return "${" + scheme + "." + name + "}";
    }

    /**
     * The placeholder for a value that dlt injects by name: looked for in the sections of the source function, the most
     * specific first, then by its bare name.
     */
    String injectedAs(String key, Program program, Optional<Program.Function> function) {
        List<String> sections = new ArrayList<>();
        String module = module(program.source().name());
        function.ifPresent(source -> {
            sections.add("sources." + module + "." + source.name() + ".");
            sections.add("sources." + module + ".");
            sections.add("sources." + source.name() + ".");
        });
        sections.add("sources.");
        sections.add("");
        List<String> paths =
                sections.stream().map(section -> section + key).distinct().toList();
        return "${" + scheme + "." + String.join("|", paths) + "}";
    }

    private static String module(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.replaceAll("\\.\\w+$", "").replaceAll("[^\\p{Alnum}_-]", "_");
    }
}
