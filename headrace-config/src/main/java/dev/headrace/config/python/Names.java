package dev.headrace.config.python;

import dev.headrace.ConfigException;
import dev.headrace.config.python.Program.Function;
import dev.headrace.config.python.Program.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what was assigned to a name before it is used: in the same function, in the ones around it, in the module. */
final class Names {

    private static final Set<String> CHANGES =
            Set.of("append", "extend", "insert", "update", "setdefault", "pop", "popitem", "remove", "clear", "sort");
    private static final Set<String> AUGMENTED = Set.of("+=", "|=", "-=", "*=", "/=", "%=");

    /**
     * What a name stands for.
     *
     * @param value index of the token where its value starts
     * @param parameterOf the function whose parameter it is the default of
     */
    record Binding(int value, Optional<Function> parameterOf) {}

    private final Program program;

    Names(Program program) {
        this.program = program;
    }

    /** What {@code name} stands for at token {@code use}; empty when nothing readable was assigned to it. */
    Optional<Binding> find(String name, int use) {
        Statement at = program.statementOf(use).orElse(null);
        Function scope = at == null ? null : at.function();
        boolean same = true;
        while (true) {
            Optional<Binding> found = assigned(name, scope, same ? use : Integer.MAX_VALUE);
            if (found.isEmpty() && scope != null) {
                found = parameter(name, scope);
            }
            if (found.isPresent() || scope == null) {
                return found;
            }
            scope = scope.outer();
            same = false;
        }
    }

    private Optional<Binding> assigned(String name, @Nullable Function scope, int before) {
        List<Statement> inScope = program.statements().stream()
                .filter(statement -> statement.function() == scope && statement.start() < before)
                .toList();
        List<Statement> assignments =
                inScope.stream().filter(s -> value(s, name) >= 0).toList();
        if (assignments.isEmpty()) {
            return Optional.empty();
        }
        Statement last = assignments.get(assignments.size() - 1);
        int outermost = inScope.stream().mapToInt(Statement::indent).min().orElse(0);
        if (assignments.size() > 1 && assignments.stream().anyMatch(s -> s.indent() > outermost)) {
            throw changed(name, last, "is assigned in several branches");
        }
        program.statements().stream()
                .filter(s -> s.start() > last.start() && s.start() < before && changes(s, name))
                .findFirst()
                .ifPresent(s -> {
                    throw changed(name, s, "is changed after it was assigned");
                });
        return Optional.of(new Binding(value(last, name), Optional.empty()));
    }

    private ConfigException changed(String name, Statement where, String how) {
        return program.source()
                .error(
                        program.place(program.token(where.start())),
                        "'" + name + "' " + how + ", and programs are not run; write its final value in one literal");
    }

    /** Where the value starts in {@code name = value} or {@code name: Type = value}; -1 for any other statement. */
    private int value(Statement statement, String name) {
        if (!program.token(statement.start()).isName(name)) {
            return -1;
        }
        Token next = program.token(statement.start() + 1);
        if (next.is("=")) {
            return statement.start() + 2;
        }
        return next.is(":")
                ? IntStream.range(statement.start() + 2, statement.end())
                        .filter(i -> program.token(i).is("="))
                        .map(i -> i + 1)
                        .findFirst()
                        .orElse(-1)
                : -1;
    }

    private boolean changes(Statement statement, String name) {
        int start = statement.start() + (program.token(statement.start()).isName("del") ? 1 : 0);
        if (!program.token(start).isName(name)) {
            return false;
        }
        Token next = program.token(start + 1);
        boolean method =
                next.is(".") && CHANGES.contains(program.token(start + 2).text());
        return method || next.is("[") || next.type() == Token.Type.OPERATOR && AUGMENTED.contains(next.text());
    }

    /** The default of a parameter. */
    private Optional<Binding> parameter(String name, Function function) {
        int open = function.start() + 1;
        int end = program.token(open).is("(") ? program.afterBracket(open) - 1 : open;
        for (int i = open + 1; i < end; i++) {
            boolean first = program.token(i - 1).is("(") || program.token(i - 1).is(",");
            if (first && program.token(i).isName(name)) {
                return defaultValue(i, end).map(value -> new Binding(value, Optional.of(function)));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> defaultValue(int parameter, int end) {
        for (int i = parameter + 1; i < end; i++) {
            Token token = program.token(i);
            if (token.is(",")) {
                return Optional.empty();
            }
            if (token.is("=")) {
                return Optional.of(i + 1);
            }
            i = token.is("[") || token.is("(") ? program.afterBracket(i) - 1 : i;
        }
        return Optional.empty();
    }
}
