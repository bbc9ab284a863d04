package dev.headrace.rest.action;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Suggestions;
import dev.headrace.json.path.JsonCondition;
import dev.headrace.json.path.JsonPathException;
import dev.headrace.rest.http.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one entry of {@code response_actions}. */
final class ActionParser {

    private static final List<String> KEYS = List.of("status_code", "content", "when", "action", "message");
    private static final List<String> CONDITIONS = List.of("status_code", "content", "when");
    private static final List<String> ACTIONS = List.of("ignore", "retry", "fail", "stop");
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;

    private ActionParser() {}

    static ResponseAction parse(ConfigNode entry) {
        Problems problems = new Problems();
        problems.check(() -> entry.requireObject().onlyKeys(KEYS));
        Supplier<String> action = problems.part(() -> action(entry));
        Supplier<Optional<String>> message = problems.part(() -> entry.text("message"));
        Supplier<Optional<Integer>> status =
                problems.part(() -> entry.present("status_code").map(ActionParser::status));
        Supplier<Optional<String>> content = problems.part(() -> entry.text("content"));
        Supplier<Optional<JsonCondition>> when =
                problems.part(() -> entry.present("when").map(ActionParser::condition));
        Supplier<Verdict> verdict = problems.part(() -> verdict(entry, action.get(), message.get()));
        problems.check(() -> requireCondition(entry));
        return problems.whole(() -> new ResponseAction(
                status.get().orElse(null),
                content.get().orElse(null),
                when.get().orElse(null),
                verdict.get()));
    }

    private static void requireCondition(ConfigNode entry) {
        if (CONDITIONS.stream().noneMatch(key -> entry.present(key).isPresent())) {
            throw entry.error("the action would never apply: add 'status_code', 'content' or 'when'");
        }
    }

    private static String action(ConfigNode entry) {
        ConfigNode action = entry.require("action");
        if (action.kind() != Kind.TEXT) {
            throw action.error("expected one of the actions " + String.join(", ", ACTIONS) + ", found "
                    + action.kind().description());
        }
        if (!ACTIONS.contains(action.text())) {
            throw action.error("unknown action '" + action.text() + "' in response_actions"
                    + Suggestions.didYouMean(action.text(), ACTIONS) + " Known: " + String.join(", ", ACTIONS));
        }
        return action.text();
    }

    private static Verdict verdict(ConfigNode entry, String action, Optional<String> message) {
        return switch (action) {
            case "ignore" -> silent(entry, new Verdict.Ignore());
            case "stop" -> silent(entry, new Verdict.Stop());
            case "retry" -> new Verdict.Retry(message.orElse(null), written(entry));
            default -> new Verdict.Fail(message.orElse(null), written(entry));
        };
    }

    /** The entry as a configuration has it, without its message. */
    private static String written(ConfigNode entry) {
        return Stream.concat(CONDITIONS.stream(), Stream.of("action"))
                .flatMap(key -> entry.present(key).map(value -> key + ": " + shown(value)).stream())
                .collect(Collectors.joining(", ", "response_actions: {", "}"));
    }

    private static String shown(ConfigNode value) {
        if (value.kind() != Kind.TEXT) {
            return String.valueOf(value.value());
        }
        return value.text().matches("\\w+") ? value.text() : "\"" + value.text() + "\"";
    }

    private static Verdict silent(ConfigNode entry, Verdict verdict) {
        if (entry.present("message").isPresent()) {
            throw entry.error(
                    "message", "'message' belongs to the actions 'fail' and 'retry'; nothing would show it here");
        }
        return verdict;
    }

    /** A number, or three digits as text. */
    private static int status(ConfigNode node) {
        boolean digits = node.kind() == Kind.TEXT && node.text().matches("\\d{3}");
        if (node.kind() == Kind.TEXT && !digits) {
            throw node.error("'" + node.text() + "' is no status; a status is a number from " + FIRST_STATUS + " to "
                    + LAST_STATUS);
        }
        long status = digits ? Long.parseLong(node.text()) : node.integer();
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            throw node.error(
                    status + " is no status; a status is a number from " + FIRST_STATUS + " to " + LAST_STATUS);
        }
        return (int) status;
    }

    private static JsonCondition condition(ConfigNode node) {
        String text = node.text();
        try {
            return JsonCondition.compile(text);
        } catch (JsonPathException e) {
            throw node.error(
                    "cannot read the condition '" + text + "': " + e.getMessage() + ". Such as: $.status == 'error'");
        }
    }
}
