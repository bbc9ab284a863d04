package dev.headrace.source;

import dev.headrace.Redactor;
import dev.headrace.Sleeper;
import dev.headrace.event.RunListener;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run lends to a reader. */
public interface ReadContext {

    /** The live state of a resource: JSON values as plain Java ({@code String, Long, Double, Boolean, List, Map}, null). It
     * becomes current when what was read has been committed, and not before. */
    Map<String, @Nullable Object> state(String resource);

    /**
     * The state of a resource as it was when reading began: the same during the whole run, and for a reader that goes on from
     * a {@linkplain SourceReader#position position} the same as for the reader that came there. By default {@link #state}, as
     * it is for a run that begins anew and has read nothing yet.
     *
     * @return not to be changed
     */
    default Map<String, @Nullable Object> stateAtBeginning(String resource) {
        return state(resource);
    }

    /** Hears what happens. */
    RunListener listener();

    Clock clock();

    Sleeper sleeper();

    /** Hides secrets in messages; learns the ones that come up on the way. */
    Redactor redactor();

    /** True when only the first pages are wanted, to look at them: nothing is to be requested in advance then. */
    default boolean samplesOnly() {
        return false;
    }

    /**
     * From now on, until {@link #waitEnds}, the thread that reads only waits for an answer: meanwhile the run may ask the reader
     * for its {@linkplain SourceReader#position position} from a thread of its own. Without it a run has nothing to go on from
     * that is younger than the wait. By default nothing comes of it.
     */
    default void waitBegins() {}

    /** The thread that reads goes on; returns once nobody asks any more. */
    default void waitEnds() {}

    /**
     * An answer has come that is read later, and that the {@linkplain SourceReader#position position} tells of: a checkpoint
     * is worth making, though there are no new records. Said by the thread that reads. By default nothing comes of it.
     */
    default void cameAhead() {}

    /** True once the run should end after the current page. */
    boolean stopRequested();
}
