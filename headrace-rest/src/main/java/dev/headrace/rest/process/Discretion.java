package dev.headrace.rest.process;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What messages may show of the records of a resource. Immutable. */
public sealed interface Discretion {

    /** Whether anything is hidden. */
    boolean hides();

    /** A record, or the text of it that may be shown. */
    String record(JsonValue record);

    /** Why a step failed, ready to be shown. */
    String reason(StepFailedException failure);

    /** The body of an answer; empty when nothing of it may be shown. */
    Optional<String> body(String text);

    /** Everything may be shown. */
    record None() implements Discretion {

        @Override
        public boolean hides() {
            return false;
        }

        @Override
        public String record(JsonValue record) {
            return record.source();
        }

        @Override
        public String reason(StepFailedException failure) {
            return String.valueOf(failure.getMessage());
        }

        @Override
        public Optional<String> body(String text) {
            return Optional.of(text);
        }
    }

    /**
     * Fields are masked: neither their values are shown nor anything that may be made of them.
     *
     * @param names the keys of fields that are not shown, wherever they stand; empty: it can't be told which they are
     */
    record Hiding(Optional<Set<String>> names) implements Discretion {

        public Hiding {
            names = names.map(known -> known.stream().map(FieldPath::folded).collect(Collectors.toUnmodifiableSet()));
        }

        @Override
        public boolean hides() {
            return true;
        }

        @Override
        public String record(JsonValue record) {
            return names.isPresent() && record instanceof JsonObject ? shown(record) : shape(record);
        }

        private static String shape(JsonValue record) {
            return record instanceof JsonObject object
                    ? "an object with " + String.join(", ", object.members().keySet())
                    : "not shown, because fields of the resource are masked";
        }

        @Override
        public String reason(StepFailedException failure) {
            return failure.withoutValues()
                    .orElse("a step failed; why is not shown, because fields of the resource are masked.");
        }

        @Override
        public Optional<String> body(String text) {
            try {
                JsonValue document = JsonTree.parse(text);
                boolean structured = document instanceof JsonObject || document instanceof JsonArray;
                return names.isPresent() && structured ? Optional.of(shown(document)) : Optional.empty();
            } catch (JsonSyntaxException e) {
                return Optional.empty();
            }
        }

        private String shown(JsonValue value) {
            if (value instanceof JsonArray list) {
                return list.elements().stream().map(this::shown).collect(Collectors.joining(",", "[", "]"));
            }
            return value instanceof JsonObject object
                    ? object.members().entrySet().stream()
                            .map(member ->
                                    JsonText.write(member.getKey()) + ":" + shown(member.getKey(), member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"))
                    : value.source();
        }

        private String shown(String key, JsonValue value) {
            return names.orElse(Set.of()).contains(FieldPath.folded(key)) ? "\"***\"" : shown(value);
        }
    }
}
