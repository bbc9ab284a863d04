package dev.headrace.engine.loadpackage;

import org.jspecify.annotations.Nullable;

/** A package is not what was written: it can never be loaded. */
final class DamagedPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason a whole sentence for people */
    DamagedPackageException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
