package dev.headrace.postgres;

import dev.headrace.DestinationException;
import dev.headrace.Excerpt;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in our words what PostgreSQL refused and what can be done about it. Codes are those of the manual's appendix A. */
final class PostgresFailures {

    static final String INVALID_BYTES = "22021";
    static final String UNTRANSLATABLE = "22P05";
    static final String INVALID_TEXT = "22P02";
    static final String OUT_OF_RANGE = "22003";
    static final String UNREADABLE_PART = "58030";

    private static final int LONGEST_DETAIL = 200;
    private static final Pattern COPY_PLACE =
            Pattern.compile("^COPY .*?, line (\\d+)(?:, column ([^:\\n]+))?", Pattern.MULTILINE);

    private final PostgresSettings settings;

    PostgresFailures(PostgresSettings settings) {
        this.settings = settings;
    }

    /** @param doing follows "Cannot" */
    DestinationException explain(String doing, SQLException cause) {
        return failure(doing + " in", cause);
    }

    DestinationException explainConnecting(SQLException cause) {
        return failure("connect to", cause);
    }

    private DestinationException failure(String doing, SQLException cause) {
        String advice = advice(cause);
        return new DestinationException(
                PostgresRefusals.reason(cause),
                "Cannot " + doing + " PostgreSQL database " + settings.location() + " as user '" + settings.user()
                        + "': " + reason(cause) + (advice.isEmpty() ? "" : " " + advice),
                cause);
    }

    private String reason(SQLException cause) {
        if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
            return serverReason(refused.getServerErrorMessage());
        }
        Throwable root = root(cause);
        if (root instanceof UnknownHostException) {
            return "there is no host '" + settings.host() + "'.";
        }
        if (root instanceof ConnectException) {
            return "nothing accepts connections at " + settings.host() + ":" + settings.port() + " ("
                    + root.getMessage() + ").";
        }
        if (root instanceof SocketTimeoutException) {
            return settings.host() + ":" + settings.port() + " does not answer.";
        }
        return sentence(String.valueOf(cause.getMessage()));
    }

    private static String serverReason(ServerErrorMessage message) {
        StringBuilder reason = new StringBuilder(sentence(String.valueOf(message.getMessage())));
        String detail = message.getDetail();
        if (detail != null) {
            reason.append(' ').append(sentence(Excerpt.of(detail, LONGEST_DETAIL)));
        }
        String place = copyPlace(message.getWhere());
        return place.isEmpty() ? reason.toString() : reason + " It is in " + place + ".";
    }

    /** Of {@code COPY t, line 3, column c}: where the row stands in its part. */
    private static String copyPlace(@Nullable String where) {
        if (where == null) {
            return "";
        }
        Matcher place = COPY_PLACE.matcher(where);
        if (!place.find()) {
            return "";
        }
        return (place.group(2) == null ? "" : "column '" + place.group(2) + "' of ") + "row " + place.group(1);
    }

    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private String advice(SQLException cause) {
        if (PostgresRefusals.isMadeMeanwhile(cause)) {
            return "Another session has just made it; run again.";
        }
        String state = String.valueOf(cause.getSQLState());
        return switch (state) {
            case "08001", "08004" -> connectionAdvice(cause);
            case "28P01", "28000" ->
                "Check user and password: they come from the destination's settings, PGUSER and PGPASSWORD, or"
                        + " ~/.pgpass.";
            case "3D000" -> "Make it with 'createdb " + settings.database() + "', or name another database.";
            case "42501" ->
                "Let the owner allow it: to make a dataset, GRANT CREATE ON DATABASE " + settings.database()
                        + " TO " + settings.user() + "; to load into one that is there, be the owner of its schema and"
                        + " tables.";
            case INVALID_BYTES, UNTRANSLATABLE ->
                "Remove such characters with a processing step of the resource, or leave the field out.";
            case "42809" ->
                "A view, or something else that is no table, has the name of a table. Rename or drop it, or load into"
                        + " another dataset.";
            case "53100" -> "Make room on the server's disk and run again.";
            case "53300" -> "Close other connections or raise 'max_connections' of the server, and run again.";
            case "25006" -> "It is a standby or read-only; name the primary server.";
            case "57P03" -> "Wait until the server is up and run again.";
            case "40P01", "40001", "55P03" -> "Another session was in the way; run again.";
            case "08006", "57P01", "57P02" ->
                "The connection was lost; run again: a package that was committed is not loaded twice.";
            default -> "";
        };
    }

    private String connectionAdvice(SQLException cause) {
        Throwable root = root(cause);
        if (root instanceof UnknownHostException) {
            return "Check 'host' of the destination.";
        }
        if (root instanceof ConnectException || root instanceof SocketTimeoutException) {
            return "Start the server, or check 'host' and 'port' of the destination.";
        }
        return String.valueOf(cause.getMessage()).contains("no password")
                ? "Give the password in PGPASSWORD, in ~/.pgpass, or as 'password' of the destination with a"
                        + " ${secrets...} placeholder."
                : "Check 'host', 'port' and 'sslmode' of the destination.";
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }
}
