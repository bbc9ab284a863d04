package dev.headrace.rest.process;

import dev.headrace.json.JsonListEdit;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Steps that mask, rename, cast or drop fields, done while the text of a page is passed over, at next to no cost. It does what
 * the steps do, or nothing: pages on which that is not certain, or on which a step fails, are left to the steps, which
 * also say what is wrong. For fields of records themselves, none of which two steps treat in a way that depends on their order. Used by one thread.
 */
public final class PageEdit {

    private final JsonListEdit edit;
    private final List<Watched> watched;

    /** Fields as they come that a mask hides, by the name under which it knows them. */
    private record Watched(MaskWatch.Step mask, Map<FieldPath, String> sources) {}

    private PageEdit(JsonListEdit edit, List<Watched> watched) {
        this.edit = edit;
        this.watched = watched;
    }

    /**
     * Makes an edit of steps; empty when some are of another kind.
     *
     * @param watch takes note of the fields that masks meet
     */
    static Optional<PageEdit> of(List<StepDefinition> steps, MaskWatch watch) {
        Plan plan = new Plan();
        List<Watched> watched = new ArrayList<>();
        for (StepDefinition step : steps) {
            if (!plan.add(step)) {
                return Optional.empty();
            }
            if (step instanceof MaskFields masks) {
                watched.add(
                        new Watched(watch.of(masks), plan.sources(masks.masks().keySet())));
            }
        }
        return JsonListEdit.of(plan.changes()).map(edit -> new PageEdit(edit, watched));
    }

    /**
     * Changes the records of a page.
     *
     * @param bytes a JSON text from {@code start} to before {@code end}
     * @param path the keys that lead to the records; none when the page is the list of them
     * @return whether {@link #text()} has the page as the steps leave it
     */
    public boolean apply(byte[] bytes, int start, int end, List<String> path) {
        if (!watched.stream().allMatch(mask -> mask.mask().isSettled()) || !isApplied(bytes, start, end, path)) {
            return false;
        }
        Set<String> met = edit.met();
        for (Watched mask : watched) {
            mask.mask().see(edit.objects());
            mask.sources().forEach((masked, source) -> {
                if (met.contains(source)) {
                    mask.mask().met(masked);
                }
            });
        }
        return true;
    }

    private boolean isApplied(byte[] bytes, int start, int end, List<String> path) {
        try {
            return edit.apply(bytes, start, end, path);
        } catch (StepFailedException e) {
            return false; // told by the step itself
        }
    }

    /** The changed page, from index 0, and perhaps more behind it; shared, until the next one is changed. */
    public byte[] text() {
        return edit.text();
    }

    /** How long the changed page is. */
    public int length() {
        return edit.length();
    }

    /** What becomes of which field, while one step after another is added. */
    private static final class Plan {

        private final Map<String, JsonListEdit.Change> changes = new LinkedHashMap<>();
        /** The fields with a change that are still there: what they came as, by the name they have now. */
        private final Map<String, String> sources = new LinkedHashMap<>();
        /** All names that a step has named so far. */
        private final Set<String> named = new TreeSet<>();

        Map<String, JsonListEdit.Change> changes() {
            return changes;
        }

        /** What fields came as that are there under these names. */
        Map<FieldPath, String> sources(Set<FieldPath> names) {
            Map<FieldPath, String> came = new LinkedHashMap<>();
            names.forEach(path -> came.put(path, sources.getOrDefault(path.last(), path.last())));
            return came;
        }

        /** Adds what a step does; false when that is not known, or not certain. */
        boolean add(StepDefinition step) {
            if (step instanceof MaskFields masks) {
                return all(masks.masks(), (path, mask) -> replaced(path, mask.open()));
            }
            if (step instanceof CastFields casts) {
                // what fails is left to the step, which knows the record
                return all(
                        casts.types(),
                        (path, type) ->
                                replaced(path, value -> JsonTree.parse(CastFields.cast(type, path, value, value))));
            }
            if (step instanceof Rename rename) {
                return rename.names().values().stream().noneMatch(named::contains)
                        && rename.names().keySet().stream()
                                .noneMatch(path -> rename.names().containsValue(path.last()))
                        && all(rename.names(), this::renamed);
            }
            return step instanceof Exclude exclude && exclude.paths().stream().allMatch(this::dropped);
        }

        private static <T> boolean all(Map<FieldPath, T> wanted, Addition<T> addition) {
            return wanted.entrySet().stream().allMatch(entry -> addition.add(entry.getKey(), entry.getValue()));
        }

        private interface Addition<T> {
            boolean add(FieldPath path, T how);
        }

        private boolean replaced(FieldPath path, UnaryOperator<JsonValue> value) {
            JsonListEdit.Change before = before(path);
            return before != null
                    && before.value().isEmpty()
                    && change(path, path.last(), new JsonListEdit.Change(before.name(), Optional.of(value), false));
        }

        private boolean renamed(FieldPath path, String name) {
            JsonListEdit.Change before = before(path);
            return before != null
                    && before.name().isEmpty()
                    && change(path, name, new JsonListEdit.Change(Optional.of(name), before.value(), false));
        }

        private boolean dropped(FieldPath path) {
            JsonListEdit.Change before = before(path);
            return before != null
                    && before.name().isEmpty()
                    && before.value().isEmpty() // which may fail
                    && change(path, null, new JsonListEdit.Change(Optional.empty(), Optional.empty(), true));
        }

        /** What is done to a field so far; null when it is none of the record itself, or is another one than it was at first. */
        private JsonListEdit.@Nullable Change before(FieldPath path) {
            String name = path.last();
            if (!path.isKey() || named.contains(name) && !sources.containsKey(name)) {
                return null;
            }
            JsonListEdit.Change known = changes.get(sources.getOrDefault(name, name));
            return known == null ? new JsonListEdit.Change(Optional.empty(), Optional.empty(), false) : known;
        }

        private boolean change(FieldPath path, @Nullable String name, JsonListEdit.Change change) {
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
