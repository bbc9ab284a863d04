package dev.headrace.rest.action;

import dev.headrace.json.path.JsonCondition;
import dev.headrace.rest.http.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code response_actions}: applies when all of its conditions hold.
 *
 * @param status the answer's; null for any
 * @param content a part of the body, with regard to case; null for any
 * @param when holds for the body as JSON, and so for no other body; null for any
 */
record ResponseAction(
        @Nullable Integer status,
        @Nullable String content,
        @Nullable JsonCondition when,
        Verdict verdict) {

    boolean appliesTo(Answer answer) {
        return (status == null || status == answer.status())
                && (content == null || answer.text().contains(content))
                && (when == null || answer.document().filter(when::holds).isPresent());
    }
}
