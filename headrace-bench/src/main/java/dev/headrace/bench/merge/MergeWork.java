package dev.headrace.bench.merge;

import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.events.EventTotals;
import dev.headrace.bench.extracted.PackageCatcher;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which events are there and which of them change.
 *
 * @param records events that are there
 * @param changed how many of them come again in each round, spread over all
 * @param folder where packages are kept
 */
record MergeWork(long records, long changed, Path folder) {

    static final WriteDisposition DELETE_INSERT = WriteDisposition.merge();
    static final WriteDisposition UPSERT = new WriteDisposition.Merge(MergeStrategy.UPSERT, false);

    MergeWork {
        if (changed < 1 || records < changed) {
            throw new IllegalArgumentException("cannot change " + changed + " of " + records + " events");
        }
    }

    EventSet base() {
        return EventSet.first(records);
    }

    /** The events that come in a round, which begins at 0; other ones, and other values, in each. */
    EventSet delta(int round) {
        long stride = records / changed;
        return new EventSet(changed, (7L * round + 3) % stride, stride, 1 + round % 4);
    }

    /** The events of a round as they were. */
    private EventSet before(int round) {
        EventSet delta = delta(round);
        return new EventSet(delta.records(), delta.start(), delta.stride(), 0);
    }

    LoadPackage extract(String name, EventSet events, WriteDisposition disposition) throws IOException {
        return PackageCatcher.extract(events, disposition, folder.resolve(name));
    }

    /** The same rows and columns, to be added to those that are there. */
    static LoadPackage appending(LoadPackage merging) {
        return new LoadPackage(
                merging.id(),
                merging.pipeline(),
                merging.schema(),
                merging.createdAt(),
                merging.tables().stream()
                        .map(load -> new TableLoad(load.table(), WriteDisposition.append(), load.parts()))
                        .toList(),
                Optional.empty());
    }

    /** What the events amount to once those of a round have been added. */
    MergeTotals appended(EventTotals all, int round) {
        return MergeTotals.of(all).plus(MergeTotals.of(EventTotals.of(delta(round))));
    }

    /** What the events amount to once those of a round have taken the place of others, none of which had changed before. */
    MergeTotals merged(MergeTotals all, int round) {
        return all.minus(MergeTotals.of(EventTotals.of(before(round))))
                .plus(MergeTotals.of(EventTotals.of(delta(round))));
    }
}
