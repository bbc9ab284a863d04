package dev.headrace.engine;

import dev.headrace.DestinationException;
import dev.headrace.deletes.Deletes;
import dev.headrace.destination.Claim;
import dev.headrace.destination.Destination;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.destination.TableResult;
import dev.headrace.engine.state.StateDocument;
import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.StateRow;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.MergeStrategy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A destination that keeps the packages it gets, reads none of their files, and fails when it is told to. */
final class MemoryDestination implements Destination {

    private final String location;
    private final List<LoadPackage> packages = new ArrayList<>();
    private final Map<String, String> schemas = new LinkedHashMap<>();
    private final Deque<RuntimeException> refusals = new ArrayDeque<>();
    private @Nullable RuntimeException lostAnswer;
    private @Nullable StateRow state;
    private Consumer<LoadPackage> reader = loadPackage -> {};
    private Set<MergeStrategy> strategies = Set.of(MergeStrategy.DELETE_INSERT);
    private Set<Deletes> deletes = Set.of();
    private int open;
    private boolean claimed;
    private int claimsAskedFor;

    MemoryDestination() {
        this("here");
    }

    MemoryDestination(String location) {
        this.location = location;
    }

    /** The next load is refused. */
    void refuse(RuntimeException failure) {
        refusals.add(failure);
    }

    /** The next load is committed, but its answer does not arrive. */
    void loseAnswer(RuntimeException failure) {
        lostAnswer = failure;
    }

    /** Says that it can merge in every way. */
    MemoryDestination ofAllStrategies() {
        strategies = Set.of(MergeStrategy.values());
        return this;
    }

    /** Says that it can mark and delete rows. */
    MemoryDestination deleting() {
        deletes = Set.of(Deletes.SOFT, Deletes.HARD);
        return this;
    }

    /** Shows each package while its files are there. */
    MemoryDestination readBy(Consumer<LoadPackage> value) {
        reader = value;
        return this;
    }

    /** The dataset is gone. */
    void drop() {
        packages.clear();
        schemas.clear();
        state = null;
    }

    List<LoadPackage> packages() {
        return packages;
    }

    LoadPackage last() {
        return packages.get(packages.size() - 1);
    }

    /** Rows of each table of the package that came last, in its order. */
    Map<String, Long> lastRows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        last().tables().forEach(load -> rows.put(load.table().name(), load.rows()));
        return rows;
    }

    StateDocument state() {
        return state == null ? StateDocument.unknown() : StateDocument.decode(state);
    }

    /** The claim is lost, as when its connection breaks. */
    void letOthersIn() {
        claimed = false;
    }

    int claimsAskedFor() {
        return claimsAskedFor;
    }

    int openSessions() {
        return open;
    }

    @Override
    public String type() {
        return "memory";
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public int maxIdentifierLength() {
        return 63;
    }

    @Override
    public Set<MergeStrategy> mergeStrategies() {
        return strategies;
    }

    @Override
    public Set<Deletes> deletes() {
        return deletes;
    }

    /** Another run has the pipeline until the claim is closed. */
    @Override
    public Claim claim(String dataset, String pipeline) {
        claimsAskedFor++;
        if (claimed) {
            throw new DestinationException(DestinationException.Reason.IN_USE, "another run has it", null);
        }
        claimed = true;
        return () -> claimed = false;
    }

    @Override
    public DestinationSession open(String dataset) {
        open++;
        return new Session();
    }

    private final class Session implements DestinationSession {

        @Override
        public StoredPipeline find(String pipeline, String schema) {
            return new StoredPipeline(Optional.ofNullable(state), Optional.ofNullable(schemas.get(schema)));
        }

        @Override
        public boolean hasLoaded(LoadId id) {
            return packages.stream().anyMatch(known -> known.id().equals(id));
        }

        @Override
        public List<TableResult> load(LoadPackage loadPackage, RunListener listener) {
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            if (!hasLoaded(loadPackage.id())) {
                refuseWhatDoesNotFollow(loadPackage);
                commit(loadPackage, listener);
            }
            if (lostAnswer != null) {
                RuntimeException failure = lostAnswer;
                lostAnswer = null;
                throw failure;
            }
            return loadPackage.tables().stream().map(this::result).toList();
        }

        private void refuseWhatDoesNotFollow(LoadPackage loadPackage) {
            if (loadPackage.state().isPresent() && loadPackage.state().get().version() != state().version() + 1) {
                throw new DestinationException(
                        DestinationException.Reason.PACKAGE, "its state does not follow " + state().version(), null);
            }
        }

        private void commit(LoadPackage loadPackage, RunListener listener) {
            reader.accept(loadPackage);
            packages.add(loadPackage);
            schemas.put(loadPackage.schema().name(), loadPackage.schema().document());
            loadPackage.state().ifPresent(row -> state = row);
            for (TableLoad load : loadPackage.tables()) {
                listener.on(new RunEvent.TableLoaded(load.table().name(), load.rows(), Duration.ZERO));
            }
        }

        private TableResult result(TableLoad load) {
            return new TableResult(load.table().name(), load.rows(), load.rows(), List.of(), true, Duration.ZERO);
        }

        @Override
        public void close() {
            open--;
        }
    }
}
