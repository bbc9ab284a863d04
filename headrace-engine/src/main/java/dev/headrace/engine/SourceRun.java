package dev.headrace.engine;

import dev.headrace.engine.state.LiveState;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;

/**
 * What the packages of one run have in common.
 *
 * @param live the state as the source has changed it so far
 * @param fresh what the run lets go of; its only package does
 */
record SourceRun(ResourcePlan plan, LiveState live, KeylessMerges keylessMerges, FreshStart fresh) {

    /** What begins anew, and what replaces everything, is read from its beginning. */
    void forget() {
        fresh.forget(live);
        forgetWhatIsReplaced();
    }

    private void forgetWhatIsReplaced() {
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
