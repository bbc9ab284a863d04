package dev.headrace.postgres;

import dev.headrace.DestinationException.Reason;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** Tells by the SQLSTATE why something failed. Codes are those of the manual's appendix A. */
final class PostgresRefusals {

    /** Data exceptions, violated constraints, views with a check, limits of the server, exceptions raised by triggers. */
    private static final Set<String> PACKAGE_CLASSES = Set.of("22", "23", "44", "54", "P0");

    /**
     * Not supported (insertion into a view, say), types that do not go together, columns that are not there or are generated, an
     * operator that two types have not, objects that are no tables or are not in the state for it.
     */
    private static final Set<String> PACKAGE_CODES =
            Set.of("0A000", "42804", "42846", "42703", "428C9", "42883", "42809", "42P16", "42P17", "42704", "55000");

    /** A schema, a table or a column is there already. */
    private static final Set<String> MADE_CODES = Set.of("42P06", "42P07", "42701");

    private static final String NOT_UNIQUE = "23505";

    private PostgresRefusals() {}

    /**
     * Whether another session has made what was about to be made. Where that one had not ended yet, the server tells it as a key that is
     * twice in one of its catalogs.
     */
    static boolean isMadeMeanwhile(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        return MADE_CODES.contains(state) || NOT_UNIQUE.equals(state) && isOfCatalog(cause);
    }

    private static boolean isOfCatalog(SQLException cause) {
        return cause instanceof PSQLException refused
                && refused.getServerErrorMessage() != null
                && "pg_catalog".equals(refused.getServerErrorMessage().getSchema());
    }

    static Reason reason(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        boolean refused =
                PACKAGE_CODES.contains(state) || state.length() == 5 && PACKAGE_CLASSES.contains(state.substring(0, 2));
        return refused && !isMadeMeanwhile(cause) ? Reason.PACKAGE : Reason.CIRCUMSTANCES;
    }
}
