package dev.headrace.engine.normalise;

import dev.headrace.DataException;
import dev.headrace.quarantine.BadRowKind;
import org.jspecify.annotations.Nullable;

/** One record cannot be written; the others are not concerned. */
final class UnwritableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BadRowKind kind;
    private final String table;
    private final @Nullable String column;
    private final DataException failure;

    /** @param failure what a run ends with that does without such records */
    UnwritableException(BadRowKind kind, String table, @Nullable String column, DataException failure) {
        super(failure.getMessage(), failure, false, false);
        this.kind = kind;
        this.table = table;
        this.column = column;
        this.failure = failure;
    }

    BadRowKind kind() {
        return kind;
    }

    String table() {
        return table;
    }

    @Nullable
    String column() {
        return column;
    }

    DataException failure() {
        return failure;
    }
}
