package dev.headrace.config.python;

import dev.headrace.ConfigException;
import dev.headrace.config.python.Token.Type;
import dev.headrace.config.tree.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds REST API configurations in Python programs, and reads their literals without running anything. */
public final class PythonReader {

    /** What is looked for, for messages. */
    public static final String LOOKED_FOR =
            "rest_api_source({...}), rest_api_resources({...}), or a variable of type RESTAPIConfig";

    private static final Set<String> SOURCES = Set.of("rest_api_source", "rest_api_resources");
    private static final String TYPE = "RESTAPIConfig";

    private final Program program;
    private final Names names;

    private PythonReader(SourceText source) {
        this.program = new Program(source);
        this.names = new Names(program);
    }

    /**
     * The configurations of a program in its order; one that is used by several calls counts once.
     *
     * @throws ConfigException when the text is no Python
     */
    public static List<PythonConfiguration> find(SourceText source) {
        return new PythonReader(source).find();
    }

    private List<PythonConfiguration> find() {
        Map<Integer, PythonConfiguration> found = new LinkedHashMap<>();
        List<Token> tokens = program.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean definition = i > 0 && tokens.get(i - 1).isName("def");
            Token token = tokens.get(i);
            if (token.type() == Type.NAME
                    && SOURCES.contains(token.text())
                    && tokens.get(i + 1).is("(")
                    && !definition) {
                CallArguments call = CallArguments.of(program, i + 1);
                int value = call.first("config").orElse(i);
                PythonConfiguration configuration =
                        new PythonConfiguration(program.place(token), () -> SourceCall.read(program, token, call));
                found.putIfAbsent(start(value), configuration);
            }
        }
        return found.isEmpty() ? variables() : new ArrayList<>(found.values());
    }

    /** Where the value itself starts: what a plain name was assigned, else the value's own first token. */
    private int start(int value) {
        Token token = program.token(value);
        boolean plain = token.type() == Type.NAME && isEnd(program.token(value + 1));
        if (!plain) {
            return value;
        }
        try {
            return names.find(token.text(), value).map(Names.Binding::value).orElse(value);
        } catch (ConfigException unreadable) {
            return value; // told when it is read
        }
    }

    private static boolean isEnd(Token token) {
        return token.is(",") || token.is(")");
    }

    /** Without a call, variables that say they are configurations. */
    private List<PythonConfiguration> variables() {
        List<PythonConfiguration> found = new ArrayList<>();
        for (Program.Statement statement : program.statements()) {
            typedValue(statement).ifPresent(value -> {
                Token token = program.token(value);
                found.add(new PythonConfiguration(
                        program.place(token), () -> SourceCall.result(program, LiteralParser.at(program, value))));
            });
        }
        return found;
    }

    private Optional<Integer> typedValue(Program.Statement statement) {
        int start = statement.start();
        boolean typed = program.token(start).type() == Type.NAME
                && program.token(start + 1).is(":");
        for (int i = start + 2; typed && i + 1 < statement.end(); i++) {
            if (program.token(i).is("=")) {
                return program.token(i - 1).isName(TYPE) ? Optional.of(i + 1) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
