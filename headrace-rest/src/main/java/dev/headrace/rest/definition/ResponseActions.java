package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.ResponseRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code response_actions} says: answers that end a sequence of requests without failing it. */
record ResponseActions(List<Ignored> ignored) implements ResponseRule {

    private static final List<String> KEYS = List.of("status_code", "content", "action");
    private static final List<String> ACTIONS = List.of("ignore");
    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 999;

    ResponseActions {
        ignored = List.copyOf(ignored);
    }

    /** An answer with this status (null: any) whose body has this text (null: any), with regard to case. */
    record Ignored(@Nullable Integer status, @Nullable String content) {
        boolean matches(HttpResponse response) {
            return (status == null || status == response.status())
                    && (content == null || response.text().contains(content));
        }
    }

    static ResponseRule parse(ConfigNode list) {
        Problems problems = new Problems();
        List<Ignored> ignored = new ArrayList<>();
        for (ConfigNode entry : list.requireKind(Kind.LIST).elements()) {
            problems.attempt(() -> entry(entry)).ifPresent(ignored::add);
        }
        problems.throwIfAny();
        return ignored.isEmpty() ? ResponseRule.none() : new ResponseActions(ignored);
    }

    private static Ignored entry(ConfigNode entry) {
        entry.requireObject().onlyKeys(KEYS);
        Choices.text(entry.require("action"), ACTIONS);
        if (entry.present("status_code").isEmpty() && entry.present("content").isEmpty()) {
            throw entry.error("the action would never apply: add 'status_code', 'content' or both");
        }
        return new Ignored(
                entry.present("status_code").map(ResponseActions::status).orElse(null),
                entry.text("content").orElse(null));
    }

    /** A number, or three digits as text. */
    private static int status(ConfigNode node) {
        boolean digits = node.kind() == Kind.TEXT && node.text().matches("\\d{3}");
        long status = digits ? Long.parseLong(node.text()) : node.integer();
        if (status < FIRST_STATUS || status > LAST_STATUS) {
            throw node.error(status + " is no HTTP status; a status has three digits");
        }
        return (int) status;
    }

    @Override
    public boolean ignores(HttpResponse response) {
        return ignored.stream().anyMatch(rule -> rule.matches(response));
    }
}
