package dev.headrace.rest.process;

import dev.headrace.json.JsonFieldEdit;
import dev.headrace.json.JsonNull;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import dev.headrace.source.FieldChange;
import dev.headrace.source.FieldChange.NewValue;
import dev.headrace.source.JsonSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Steps that mask, rename, cast or drop fields, as changes to single fields: whoever reads a record makes them in passing. For fields
 * of records themselves, none of which two steps treat in a way that depends on their order. Made by one thread; then used by one at a
 * time.
 */
public final class FieldEdit {

    private final Map<String, FieldChange> fields;
    private final List<String> newNames;
    private final boolean mayRefuse;
    private final JsonFieldEdit text;
    /** For records with which {@link #text} can't be certain, and for those that do not fit. */
    private final RecordStep steps;

    private final MaskWatch watch;
    private final MaskWatch ofSteps = new MaskWatch();

    private FieldEdit(List<StepDefinition> steps, Plan plan, JsonFieldEdit text, MaskWatch watch) {
        this.steps = new ProcessingSteps(steps).open(ofSteps).orElseThrow();
        this.fields = Map.copyOf(plan.changes());
        this.newNames = fields.values().stream()
                .flatMap(change -> change.name().stream())
                .toList();
        this.mayRefuse = steps.stream().anyMatch(CastFields.class::isInstance);
        this.text = text;
        this.watch = watch;
    }

    /**
     * Makes changes of steps; empty when some are of another kind.
     *
     * @param watch takes note of the fields that masks meet, not of the records
     */
    static Optional<FieldEdit> of(List<StepDefinition> steps, MaskWatch watch) {
        Plan plan = new Plan(watch);
        return !steps.isEmpty() && steps.stream().allMatch(plan::add)
                ? JsonFieldEdit.of(ofValues(plan.changes())).map(text -> new FieldEdit(steps, plan, text, watch))
                : Optional.empty();
    }

    /** Whether the changes are all there is to do: what the masks meet otherwise is of no interest any longer. */
    public boolean isSettled() {
        return watch.isSettled();
    }

    /** What becomes of the fields of an object; see {@link dev.headrace.source.RecordChanges#fields()}. */
    public Map<String, FieldChange> fields() {
        return fields;
    }

    /**
     * Whether it makes no difference to judge records by a field before they are changed: it is the same then, and no record is refused
     * for its values, or for any reason unless {@link #isAmbiguous}.
     */
    public boolean leaves(String field) {
        return !mayRefuse
                && !fields.containsKey(field)
                && fields.values().stream()
                        .noneMatch(change -> change.name().filter(field::equals).isPresent());
    }

    /** Whether a record has a field already with a name that another one may get. */
    public boolean isAmbiguous(JsonValue record) {
        return record instanceof JsonObject object && newNames.stream().anyMatch(name -> object.member(name) != null);
    }

    /**
     * The record as the steps leave it, until the next one is changed.
     *
     * @throws StepFailedException when it does not fit
     */
    public JsonSlice changed(JsonSlice record) {
        return text.apply(record.bytes(), record.start(), record.end())
                ? new JsonSlice(text.text(), 0, text.length())
                : left(record);
    }

    /** Steps that change fields leave one record of each. */
    private JsonSlice left(JsonSlice record) {
        List<JsonValue> left = new ArrayList<>();
        try {
            steps.accept(JsonTree.parse(record.bytes(), record.start(), record.end()), left::add);
            return NewValues.slice(left.get(0));
        } finally {
            watch.meet(ofSteps.met());
        }
    }

    private static Map<String, JsonFieldEdit.Change> ofValues(Map<String, FieldChange> changes) {
        Map<String, JsonFieldEdit.Change> ofValues = new LinkedHashMap<>();
        changes.forEach((key, change) -> ofValues.put(key, ofValues(change)));
        return ofValues;
    }

    private static JsonFieldEdit.Change ofValues(FieldChange change) {
        return new JsonFieldEdit.Change(
                change.name(), change.value().map(made -> value -> NewValues.of(made, value)), change.dropped());
    }

    /** What becomes of which field, while one step after another is added. */
    private static final class Plan {

        private final Map<String, FieldChange> changes = new LinkedHashMap<>();
        /** The fields with a change that are still there: what they came as, by the name they have now. */
        private final Map<String, String> sources = new LinkedHashMap<>();
        /** All names that a step has named so far. */
        private final Set<String> named = new TreeSet<>();

        private final MaskWatch watch;

        Plan(MaskWatch watch) {
            this.watch = watch;
        }

        Map<String, FieldChange> changes() {
            return changes;
        }

        /** Adds what a step does; false when that is not known, or not certain. */
        boolean add(StepDefinition step) {
            if (step instanceof MaskFields masks) {
                MaskWatch.Step watched = watch.of(masks);
                return all(masks.masks(), (path, mask) -> replaced(path, watched.watching(path, mask.open())));
            }
            if (step instanceof CastFields casts) {
                // what fails is left to the step, which knows the record
                return all(
                        casts.types(),
                        (path, type) -> replaced(path, NewValues.ofValues(value -> cast(type, path, value))));
            }
            if (step instanceof Rename rename) {
                return rename.names().values().stream().noneMatch(named::contains)
                        && rename.names().keySet().stream()
                                .noneMatch(path -> rename.names().containsValue(path.last()))
                        && all(rename.names(), this::renamed);
            }
            return step instanceof Exclude exclude && exclude.paths().stream().allMatch(this::dropped);
        }

        private static JsonValue cast(Cast type, FieldPath path, JsonValue value) {
            return value instanceof JsonNull ? value : JsonTree.parse(CastFields.cast(type, path, value, value));
        }

        private static <T> boolean all(Map<FieldPath, T> wanted, Addition<T> addition) {
            return wanted.entrySet().stream().allMatch(entry -> addition.add(entry.getKey(), entry.getValue()));
        }

        private interface Addition<T> {
            boolean add(FieldPath path, T how);
        }

        private boolean replaced(FieldPath path, NewValue value) {
            FieldChange before = before(path);
            return before != null
                    && before.value().isEmpty()
                    && change(path, path.last(), new FieldChange(before.name(), Optional.of(value), false));
        }

        private boolean renamed(FieldPath path, String name) {
            FieldChange before = before(path);
            return before != null
                    && before.name().isEmpty()
                    && change(path, name, new FieldChange(Optional.of(name), before.value(), false));
        }

        private boolean dropped(FieldPath path) {
            FieldChange before = before(path);
            return before != null
                    && before.name().isEmpty()
                    && before.value().isEmpty() // which may fail
                    && change(path, null, new FieldChange(Optional.empty(), Optional.empty(), true));
        }

        /** What is done to a field so far; null when it is none of the record itself, or is another one than it was at first. */
        private @Nullable FieldChange before(FieldPath path) {
            String name = path.last();
            if (!path.isKey() || named.contains(name) && !sources.containsKey(name)) {
                return null;
            }
            FieldChange known = changes.get(sources.getOrDefault(name, name));
            return known == null ? new FieldChange(Optional.empty(), Optional.empty(), false) : known;
        }

        private boolean change(FieldPath path, @Nullable String name, FieldChange change) {
            String source = sources.getOrDefault(path.last(), path.last());
            sources.remove(path.last());
            named.add(path.last());
            if (name != null) {
                named.add(name);
                sources.put(name, source);
            }
            changes.put(source, change);
            return true;
        }
    }
}
