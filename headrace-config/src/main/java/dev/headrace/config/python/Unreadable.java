package dev.headrace.config.python;

import dev.headrace.ConfigException;
import java.util.Set;

/** Says why a piece of code is not read, and what to write instead. */
final class Unreadable {

    private static final Set<String> OPERATING_WORDS = Set.of("if", "or", "and", "is", "in", "else");

    private Unreadable() {}

    static ConfigException name(Program program, Token token) {
        String word = token.text();
        if (word.equals("lambda")) {
            return code(
                    program,
                    token,
                    "lambda ...",
                    "a function is code",
                    "give the step as an expression in text," + " or leave it out and do it after loading");
        }
        return code(
                program,
                token,
                word,
                "nothing that can be read is assigned to this name before it is used",
                "assign a literal to it above, or write the value here");
    }

    static ConfigException call(Program program, Token token, String name) {
        return code(
                program,
                token,
                name + "(...)",
                "its result is known only when the program runs",
                "write the value itself, or take it from the environment: os.environ[\"NAME\"], or ${env.NAME} in YAML");
    }

    static ConfigException attribute(Program program, Token token, String name) {
        return code(
                program,
                token,
                name,
                "it belongs to something that exists only when the program runs",
                "write the value itself; functions cannot be given, only texts, numbers, lists and dicts");
    }

    static ConfigException comprehension(Program program, Token token) {
        return code(
                program,
                token,
                "for ...",
                "a comprehension is code",
                "write the elements one by one, or as YAML with an anchor for what repeats");
    }

    static ConfigException defaultOfLookup(Program program, Token token, String name) {
        return code(
                program,
                token,
                name + "(..., default)",
                "a look-up takes no default",
                "leave the default out and set the value, or write the value itself");
    }

    static ConfigException parameter(Program program, Token token, String function) {
        return code(
                program,
                token,
                token.text(),
                "it is a parameter of " + function + "(), whose value is known only when the program runs",
                "give the parameter a literal as default, or write the value here");
    }

    static ConfigException format(Program program, Token token, String why) {
        return code(
                program,
                token,
                "f\"...\"",
                why,
                "write the whole text; ${env.NAME} in it is replaced by the environment's");
    }

    /** What follows a value that was complete. */
    static ConfigException follows(Program program, Token token) {
        String text = token.text();
        if (text.equals("for") || text.equals("async")) {
            return comprehension(program, token);
        }
        if (token.is(".") || token.is("(") || token.is("[")) {
            return code(
                    program,
                    token,
                    text,
                    "a method, call or index on a value is code",
                    "write the resulting value itself");
        }
        boolean operates = token.type() == Token.Type.OPERATOR && !token.is("=") && !token.is("{")
                || OPERATING_WORDS.contains(text);
        return operates
                ? code(program, token, text, "this computes a value", "write the resulting value itself")
                : mistake(program, token, "a ',' or a closing bracket is missing before this");
    }

    static ConfigException mistake(Program program, Token token, String message) {
        return program.source().error(program.place(token), "cannot read this as Python: " + message);
    }

    static ConfigException code(Program program, Token token, String code, String why, String instead) {
        return program.source()
                .error(
                        program.place(token),
                        "cannot read the code '" + code + "': " + why + ", and programs are not run; " + instead);
    }
}
