package dev.headrace.rest.action;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.ResponseRule;
import dev.headrace.rest.http.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What {@code response_actions} says: the first entry that applies decides. */
public record ResponseActions(List<ResponseAction> actions) implements ResponseRule {

    private static final Verdict PASS = new Verdict.Pass();

    public ResponseActions {
        actions = List.copyOf(actions);
    }

    /**
     * Reads the list.
     *
     * @throws dev.headrace.ConfigException for an unknown action, a status that is no number, a condition that cannot be
     *     read, an entry without any condition
     */
    public static ResponseRule parse(ConfigNode list) {
        Problems problems = new Problems();
        List<ResponseAction> actions = new ArrayList<>();
        for (ConfigNode entry : list.requireKind(Kind.LIST).elements()) {
            problems.attempt(() -> ActionParser.parse(entry)).ifPresent(actions::add);
        }
        problems.throwIfAny();
        return actions.isEmpty() ? ResponseRule.none() : new ResponseActions(actions);
    }

    @Override
    public Verdict judge(HttpResponse response) {
        Answer answer = new Answer(response);
        return actions.stream()
                .filter(action -> action.appliesTo(answer))
                .map(ResponseAction::verdict)
                .findFirst()
                .orElse(PASS);
    }

    @Override
    public boolean mayEnd() {
        return actions.stream()
                .map(ResponseAction::verdict)
                .anyMatch(verdict -> verdict instanceof Verdict.Ignore || verdict instanceof Verdict.Stop);
    }
}
