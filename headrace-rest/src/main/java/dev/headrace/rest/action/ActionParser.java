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
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code response_actions}. */
final class ActionParser {

    private static final List<String> KEYS = List.of("status_code", "content", "when", "action", "message");
    private static final List<String> ACTIONS = List.of("ignore", "retry", "fail", "stop");
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;

    private ActionParser() {}

    static ResponseAction parse(ConfigNode entry) {
        Problems problems = new Problems();
        problems.check(() -> entry.requireObject().onlyKeys(KEYS));
        Optional<Verdict> verdict = problems.attempt(() -> verdict(entry));
        Integer status = problems.attempt(() -> entry.present("status_code").map(ActionParser::status))
                .flatMap(found -> found)
                .orElse(null);
        String content = problems.attempt(() -> entry.text("content"))
                .flatMap(found -> found)
                .orElse(null);
        JsonCondition when = problems.attempt(() -> entry.present("when").map(ActionParser::condition))
                .flatMap(found -> found)
                .orElse(null);
        problems.throwIfAny();
        if (status == null && content == null && when == null) {
            throw entry.error("the action would never apply: add 'status_code', 'content' or 'when'");
        }
        return new ResponseAction(status, content, when, verdict.orElseThrow());
    }

    private static Verdict verdict(ConfigNode entry) {
        ConfigNode action = entry.require("action");
        if (action.kind() != Kind.TEXT) {
            throw action.error("expected one of the actions " + String.join(", ", ACTIONS) + ", found "
                    + action.kind().description());
        }
        @Nullable String message = entry.text("message").orElse(null);
        return switch (action.text()) {
            case "ignore" -> silent(entry, new Verdict.Ignore());
            case "stop" -> silent(entry, new Verdict.Stop());
            case "retry" -> new Verdict.Retry(message);
            case "fail" -> new Verdict.Fail(message);
            default ->
                throw action.error("unknown action '" + action.text() + "' in response_actions"
                        + Suggestions.didYouMean(action.text(), ACTIONS) + " Known: " + String.join(", ", ACTIONS));
        };
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
