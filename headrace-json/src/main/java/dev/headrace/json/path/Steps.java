package dev.headrace.json.path;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonNumber;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonString;
import dev.headrace.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of steps, one record each. */
final class Steps {
    private Steps() {}

    /** {@code $}. */
    record Root() implements Step {
        @Override
        public List<Match> find(Match from) {
            Match match = from;
            for (Match parent = from; parent != null; parent = parent.parent()) {
                match = parent;
            }
            return List.of(match);
        }

        @Override
        public Optional<List<String>> plainKeys() {
            return Optional.of(List.of());
        }
    }

    /** {@code @} and {@code `this`}. */
    record This() implements Step {
        @Override
        public List<Match> find(Match from) {
            return List.of(from);
        }
    }

    /** {@code `parent`}. */
    record Parent() implements Step {
        @Override
        public List<Match> find(Match from) {
            Match parent = from.parent();
            return parent == null ? List.of() : List.of(parent);
        }
    }

    /** {@code `len`}: of text in code points, as Python counts. */
    record Length() implements Step {
        @Override
        public List<Match> find(Match from) {
            OptionalInt length = length(from.value());
            return length.isEmpty() ? List.of() : List.of(from.computed(JsonNumber.of(length.getAsInt())));
        }

        private static OptionalInt length(JsonValue value) {
            if (value instanceof JsonArray array) {
                return OptionalInt.of(array.elements().size());
            }
            if (value instanceof JsonString string) {
                String text = string.text();
                return OptionalInt.of(text.codePointCount(0, text.length()));
            }
            return value instanceof JsonObject object
                    ? OptionalInt.of(object.members().size())
                    : OptionalInt.empty();
        }
    }

    /** {@code `keys`}. */
    record Keys() implements Step {
        @Override
        public List<Match> find(Match from) {
            return from.value() instanceof JsonObject object
                    ? object.members().keySet().stream()
                            .map(key -> from.computed(JsonString.of(key)))
                            .toList()
                    : List.of();
        }
    }

    /** One or several names. */
    record Fields(List<String> names) implements Step {
        @Override
        public List<Match> find(Match from) {
            return from.value() instanceof JsonObject object
                    ? names.stream()
                            .map(object::member)
                            .filter(Objects::nonNull)
                            .map(from::child)
                            .toList()
                    : List.of();
        }

        @Override
        public Optional<List<String>> plainKeys() {
            return names.size() == 1 ? Optional.of(names) : Optional.empty();
        }
    }

    /** {@code *}. */
    record Wildcard() implements Step {
        @Override
        public List<Match> find(Match from) {
            return from.value() instanceof JsonObject object
                    ? object.members().values().stream().map(from::child).toList()
                    : List.of();
        }
    }

    /** One or several places in a list, negative ones from its end. */
    record Index(List<Integer> places) implements Step {
        @Override
        public List<Match> find(Match from) {
            if (from.value() instanceof JsonString text) {
                boolean inside =
                        places.stream().anyMatch(place -> at(text.text().length(), place) >= 0);
                return inside ? List.of(from) : List.of();
            }
            if (!(from.value() instanceof JsonArray array)) {
                return List.of();
            }
            List<JsonValue> elements = array.elements();
            return places.stream()
                    .map(place -> at(elements.size(), place))
                    .filter(place -> place >= 0)
                    .map(place -> from.child(elements.get(place)))
                    .toList();
        }

        private static int at(int size, int place) {
            int counted = place < 0 ? size + place : place;
            return counted < size ? counted : -1;
        }
    }

    /** {@code [start:end:step]}, all of them optional, and {@code [*]}; counts as Python does. */
    record Slice(
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable Integer step) implements Step {
        @Override
        public List<Match> find(Match from) {
            if (from.value() instanceof JsonNull) {
                return List.of();
            }
            List<JsonValue> elements =
                    from.value() instanceof JsonArray array ? array.elements() : List.of(from.value());
            int stride = step == null ? 1 : step;
            int size = elements.size();
            int first = bound(start, stride > 0 ? 0 : size - 1, size, stride);
            int behind = bound(end, stride > 0 ? size : -1, size, stride);
            List<Match> matches = new ArrayList<>();
            for (long at = first; stride > 0 ? at < behind : at > behind; at += stride) {
                matches.add(from.child(elements.get((int) at)));
            }
            return matches;
        }

        private static int bound(@Nullable Integer given, int otherwise, int size, int stride) {
            if (given == null) {
                return otherwise;
            }
            long counted = given < 0 ? (long) size + given : given;
            int lowest = stride > 0 ? 0 : -1;
            int highest = stride > 0 ? size : size - 1;
            return (int) Math.max(lowest, Math.min(highest, counted));
        }
    }

    /** {@code left.right}, also {@code left[right]}. */
    record Child(Step left, Step right) implements Step {
        @Override
        public List<Match> find(Match from) {
            List<Match> matches = new ArrayList<>();
            left.find(from).forEach(match -> matches.addAll(right.find(match)));
            return matches;
        }

        @Override
        public Optional<List<String>> plainKeys() {
            if (right instanceof Root) {
                return Optional.empty();
            }
            return left.plainKeys()
                    .flatMap(first -> right.plainKeys()
                            .map(second -> Stream.concat(first.stream(), second.stream())
                                    .toList()));
        }
    }

    /** {@code left..right}: {@code right} from each match of {@code left} and from all inside it, outer ones first. */
    record Descendants(Step left, Step right) implements Step {
        @Override
        public List<Match> find(Match from) {
            List<Match> matches = new ArrayList<>();
            Deque<Match> open = new ArrayDeque<>(left.find(from));
            while (!open.isEmpty()) {
                Match match = open.pop();
                matches.addAll(right.find(match));
                List<JsonValue> inside = new ArrayList<>(match.inside());
                Collections.reverse(inside);
                inside.forEach(value -> open.push(match.child(value)));
            }
            return matches;
        }
    }

    /** {@code left|right}. */
    record Union(Step left, Step right) implements Step {
        @Override
        public List<Match> find(Match from) {
            return Stream.concat(left.find(from).stream(), right.find(from).stream())
                    .toList();
        }
    }

    /** {@code left where right} and {@code left wherenot right}. */
    record Where(Step left, Step right, boolean wanted) implements Step {
        @Override
        public List<Match> find(Match from) {
            return left.find(from).stream()
                    .filter(match -> right.find(match).isEmpty() != wanted)
                    .toList();
        }
    }

    /** {@code [?condition]}. */
    record Filter(Condition condition) implements Step {
        @Override
        public List<Match> find(Match from) {
            return from.inside().stream()
                    .map(from::child)
                    .filter(condition::holds)
                    .toList();
        }
    }
}
