package dev.headrace.engine;

import dev.headrace.engine.checkpoint.Snapshot;
import dev.headrace.engine.state.LiveState;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the packages of one run have in common.
 *
 * @param live the state as the source has changed it so far
 * @param stateAtBeginning what {@link LiveState#section()} said before anything was read
 * @param fresh what the run lets go of; its only package does
 * @param began when it did
 */
record SourceRun(
        ResourcePlan plan,
        LiveState live,
        Map<String, @Nullable Object> stateAtBeginning,
        KeylessMerges keylessMerges,
        FreshStart fresh,
        Instant began) {

    /** What begins anew, and what replaces everything, is read from its beginning. */
    static SourceRun of(
            ResourcePlan plan, LiveState live, KeylessMerges keylessMerges, FreshStart fresh, Instant began) {
        fresh.forget(live);
        forgetWhatIsReplaced(plan, live);
        return new SourceRun(plan, live, live.section(), keylessMerges, fresh, began);
    }

    /** The same run, going on where another one stopped. */
    SourceRun after(Snapshot snapshot) {
        live.restore(snapshot.state());
        return new SourceRun(plan, live, snapshot.stateAtBeginning(), keylessMerges, fresh, began);
    }

    private static void forgetWhatIsReplaced(ResourcePlan plan, LiveState live) {
        plan.loaded().stream()
                .filter(resource -> resource.hints().disposition() instanceof WriteDisposition.Replace)
                .map(Resource::name)
                .forEach(resource -> {
                    live.keepSection();
                    live.reset(resource);
                });
    }

    /** Whether several packages come to the same as one: not where a package stands for the whole content of a table. */
    boolean mayCommitParts() {
        return fresh.reset().isEmpty()
                && plan.loaded().stream().flatMap(ResourcePlan::dispositions).noneMatch(SourceRun::isWholeContent);
    }

    private static boolean isWholeContent(WriteDisposition disposition) {
        return disposition instanceof WriteDisposition.Replace
                || disposition instanceof WriteDisposition.Merge merge && merge.strategy() == MergeStrategy.SCD2;
    }
}
