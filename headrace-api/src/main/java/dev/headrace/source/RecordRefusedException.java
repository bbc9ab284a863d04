package dev.headrace.source;

import dev.headrace.HeadraceException;
import dev.headrace.quarantine.RefusedRecord;

/** A record cannot be {@linkplain RecordChanges changed}: it is put aside, or the run ends. */
public final class RecordRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RefusedRecord refused;
    private final HeadraceException failure;

    /**
     * @param refused what is put aside
     * @param failure how the run ends where nothing is put aside
     */
    public RecordRefusedException(RefusedRecord refused, HeadraceException failure) {
        super(failure.message(), failure);
        this.refused = refused;
        this.failure = failure;
    }

    /** What is put aside. */
    public RefusedRecord refused() {
        return refused;
    }

    /** How the run ends where nothing is put aside. */
    public HeadraceException failure() {
        return failure;
    }
}
