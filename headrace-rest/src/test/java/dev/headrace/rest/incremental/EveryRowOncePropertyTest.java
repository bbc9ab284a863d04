package dev.headrace.rest.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * A feed that grows from run to run, never behind its latest value, read in pages of any size, in any order within a run,
 * for several parents.
 */
class EveryRowOncePropertyTest {

    private static final int RUNS = 5;

    private final Map<String, @Nullable Object> state = new HashMap<>();
    private final Map<Integer, List<Long>> rows = new HashMap<>();

    @Property(tries = 300)
    void arrivesForEachParentWhateverTheOthersDo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int parents,
            @ForAll @IntRange(max = 1) int atTheStart) {
        Random random = startAnew(seed);
        IncrementalDefinition definition = definition(Lag.none());
        Map<Integer, List<Integer>> loaded = new HashMap<>();
        for (int run = 0; run < RUNS; run++) {
            ResourceCursors cursors = cursors(definition, true);
            for (int parent = 0; parent < parents; parent++) {
                if (run > 0 || random.nextBoolean() || atTheStart == 1) {
                    grow(parent, random);
                }
                read(cursors, Map.of("resources.p.id", (Object) parent), parent, random, loaded);
            }
            cursors.settle();
        }
        loaded.forEach((parent, ids) -> assertThat(ids).as("parent " + parent).doesNotHaveDuplicates());
        rows.forEach((parent, values) ->
                assertThat(loaded.get(parent)).as("parent " + parent).hasSameSizeAs(values));
    }

    @Property(tries = 200)
    void arrivesWithALagAsOftenAsTheLagReachesBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int lag) {
        Random random = startAnew(seed);
        IncrementalDefinition definition = definition(new Lag(BigDecimal.valueOf(lag)));
        Map<Integer, List<Integer>> loaded = new HashMap<>();
        for (int run = 0; run < RUNS; run++) {
            ResourceCursors cursors = cursors(definition, false);
            grow(0, random);
            List<Long> late = Objects.requireNonNull(rows.get(0));
            late.add(Math.max(0, Collections.max(late) - random.nextInt(lag + 1)));
            read(cursors, Map.of(), 0, random, loaded);
        }
        assertThat(new TreeSet<>(loaded.get(0))).hasSameSizeAs(rows.get(0));
    }

    /** The tries share an instance. */
    private Random startAnew(long seed) {
        state.clear();
        rows.clear();
        return new Random(seed);
    }

    private static IncrementalDefinition definition(Lag lag) {
        return new IncrementalDefinition(
                new Cursor(CursorPath.parse("u"), Direction.MAX, null),
                new Bounds(0L, null, false, false),
                lag,
                BoundaryKey.of("id"),
                null,
                MissingCursor.RAISE,
                null,
                null,
                Map.of());
    }

    private ResourceCursors cursors(IncrementalDefinition definition, boolean parented) {
        return new ResourceCursors(
                "events", definition, parented, () -> ResourceState.of(state), Instant.EPOCH, warning -> {});
    }

    /** New rows, none of them behind the latest there is. */
    private void grow(int parent, Random random) {
        List<Long> known = rows.computeIfAbsent(parent, key -> new ArrayList<>(List.of((long) random.nextInt(50))));
        long latest = Collections.max(known);
        for (int i = random.nextInt(6); i > 0; i--) {
            known.add(latest + random.nextInt(3));
        }
    }

    /** Reads everything from the start value on, as an API gives it that filters or one that does not. */
    private void read(
            ResourceCursors cursors,
            Map<String, @Nullable Object> parentValues,
            int parent,
            Random random,
            Map<Integer, List<Integer>> loaded) {
        List<Integer> taken = loaded.computeIfAbsent(parent, key -> new ArrayList<>());
        List<Long> values = rows.getOrDefault(parent, List.of());
        for (Iterator<SequenceCursor> passes = cursors.open(parentValues); passes.hasNext(); ) {
            SequenceCursor cursor = passes.next();
            Object start = cursor.value("incremental.start_value");
            boolean filters = random.nextBoolean();
            List<Integer> ids = new ArrayList<>();
            for (int id = 0; id < values.size(); id++) {
                if (!filters || values.get(id) >= (long) Objects.requireNonNull(start)) {
                    ids.add(id);
                }
            }
            Collections.shuffle(ids, random);
            for (int id : ids) {
                JsonValue row = JsonTree.parse("{\"id\":" + id + ",\"u\":" + values.get(id) + "}");
                if (cursor.admits(row)) {
                    taken.add(id);
                }
                if (random.nextInt(3) == 0) {
                    cursor.endPage();
                }
            }
            cursor.endPage();
            cursor.finish();
        }
    }
}
