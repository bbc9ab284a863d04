package dev.headrace.rest.process;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonValue;
import dev.headrace.source.FieldChange.NewValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the masks of one resource have met during one run, so that one which hides nothing is told. For any number of threads. */
public final class MaskWatch {

    private static final int MOST_KEYS = 20;

    private final Map<MaskFields, Step> steps = new IdentityHashMap<>();
    private final Set<String> met = new TreeSet<>();

    synchronized Step of(MaskFields definition) {
        return steps.computeIfAbsent(definition, Step::new);
    }

    /** The fields that were met, as written. */
    public synchronized List<String> met() {
        return List.copyOf(met);
    }

    /** Takes note of fields that were met elsewhere, or in another run. */
    public synchronized void meet(List<String> fields) {
        met.addAll(fields);
    }

    /** Counts records whose fields are not looked at. */
    public synchronized void see(int records) {
        steps.values().forEach(step -> step.records += records);
    }

    /** Whether the fields of further records are of no interest: all masks have met theirs, or enough other ones are known. */
    synchronized boolean isSettled() {
        return steps.values().stream().allMatch(Step::isSettled);
    }

    /** What to tell the user: a sentence for each mask that had records but never met its field. */
    public synchronized List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        steps.values().forEach(step -> step.warn(warnings));
        return warnings;
    }

    /** One step, in all sequences of requests. */
    final class Step {

        private final Set<FieldPath> unmet;
        private final Set<String> keys = new LinkedHashSet<>();
        private long records;

        private Step(MaskFields definition) {
            this.unmet = new LinkedHashSet<>(definition.masks().keySet());
        }

        void see(JsonValue record) {
            synchronized (MaskWatch.this) {
                records++;
                if (!unmet.isEmpty() && keys.size() <= MOST_KEYS && record instanceof JsonObject object) {
                    keys.addAll(object.members().keySet());
                }
            }
        }

        private boolean isSettled() {
            return unmet.isEmpty() || keys.size() > MOST_KEYS;
        }

        void met(FieldPath path) {
            synchronized (MaskWatch.this) {
                if (unmet.remove(path)) {
                    met.add(path.toString());
                }
            }
        }

        /** The mask of a field, which takes note that it has met it; null stays null. Used by one thread at a time. */
        NewValue watching(FieldPath path, NewValue mask) {
            boolean[] known = {false};
            return value -> {
                if (!known[0]) {
                    met(path);
                    known[0] = true;
                }
                return value.bytes()[value.start()] == 'n' ? value : mask.of(value);
            };
        }

        private void warn(List<String> warnings) {
            if (records == 0) {
                return;
            }
            String known = keys.isEmpty() ? "they are no objects" : "their fields: " + listed();
            unmet.removeIf(path -> met.contains(path.toString()));
            unmet.forEach(path -> warnings.add("The mask '" + path + "' hides nothing: none of " + records
                    + (records == 1 ? " record has" : " records has") + " that field (" + known
                    + "). Correct the path unless the field is just rare."));
        }

        private String listed() {
            List<String> shown = keys.stream().limit(MOST_KEYS).toList();
            return String.join(", ", shown) + (keys.size() > MOST_KEYS ? ", …" : "");
        }
    }
}
