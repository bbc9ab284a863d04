package dev.headrace.json.path;

import dev.headrace.json.JsonString;
import java.util.List;
import java.util.regex.Pattern;

/** What an element must fulfil to pass a filter. Immutable. */
interface Condition {
    boolean holds(Match element);

    /** A path that matches. */
    record Exists(Step path) implements Condition {
        @Override
        public boolean holds(Match element) {
            return !path.find(element).isEmpty();
        }
    }

    /** A path of whose matches at least one compares as wanted. */
    record Compares(Step path, Comparison comparison, Literal literal) implements Condition {
        @Override
        public boolean holds(Match element) {
            return path.find(element).stream().anyMatch(match -> comparison.holds(match.value(), literal));
        }
    }

    /** A path of whose matches at least one is text that contains a match of the pattern. */
    record Contains(Step path, Pattern pattern) implements Condition {
        @Override
        public boolean holds(Match element) {
            return path.find(element).stream()
                    .anyMatch(match ->
                            match.value() instanceof JsonString text && PatientText.contains(text.text(), pattern));
        }
    }

    /** The contrary. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Match element) {
            return !condition.holds(element);
        }
    }

    /** All of several. */
    record All(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Match element) {
            return conditions.stream().allMatch(condition -> condition.holds(element));
        }
    }

    /** One of several. */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holds(Match element) {
            return conditions.stream().anyMatch(condition -> condition.holds(element));
        }
    }
}
