package dev.headrace.duckdb;

import dev.headrace.DestinationException.Reason;
import java.util.List;

/**
 * Tells by DuckDB's message why something failed: it begins with the kind of the exception, as in its {@code
 * Exception::ExceptionTypeToString}, and the driver knows nothing else of it.
 */
final class DuckDbRefusals {

    /** Values, columns and tables that do not fit each other. */
    private static final List<String> PACKAGE = List.of(
            "Binder Error",
            "Catalog Error",
            "Constraint Error",
            "Conversion Error",
            "Decimal Error",
            "Dependency Error",
            "Invalid Input Error",
            "Invalid type Error",
            "Mismatch Type Error",
            "Not implemented Error",
            "Out of Range Error",
            "Sequence Error");

    /** Unique values are looked at again when a transaction ends. */
    private static final String AT_COMMIT = "TransactionContext Error: Failed to commit";

    private DuckDbRefusals() {}

    static Reason reason(String message) {
        if (message.contains("Could not set lock") || message.contains("Unique file handle conflict")) {
            return Reason.IN_USE;
        }
        boolean refused = PACKAGE.stream().anyMatch(message.strip()::startsWith)
                || message.contains(AT_COMMIT) && message.contains("constraint");
        return refused ? Reason.PACKAGE : Reason.CIRCUMSTANCES;
    }
}
