package dev.headrace.source;

import dev.headrace.deletes.Deletes;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import java.util.Optional;

/** Which tables can lose rows that are no longer at the source. */
public final class Deletable {

    private static final String OTHERWISE = "Leave 'deletes' out, or say '" + Deletes.NONE.label() + "'";

    private Deletable() {}

    /**
     * Why deletions make no sense with what is known about a table, as the end of a sentence that begins with the resource, with
     * what to do instead; empty when they do.
     */
    public static Optional<String> problem(ResourceHints hints) {
        WriteDisposition disposition = hints.disposition();
        if (disposition instanceof WriteDisposition.Skip) {
            return Optional.empty();
        }
        if (disposition instanceof WriteDisposition.Replace) {
            return Optional.of(
                    "is loaded by 'replace': its table holds nothing but what came last, so rows that are gone"
                            + " leave it anyway. " + OTHERWISE);
        }
        if (!(disposition instanceof WriteDisposition.Merge merge)) {
            return Optional.of(
                    "is loaded by '" + disposition.label() + "', which only adds rows, so nothing tells which one a"
                            + " record was. Use write_disposition 'merge' with a primary_key");
        }
        if (merge.strategy() == MergeStrategy.SCD2) {
            return Optional.of(
                    "is loaded by 'scd2', which ends the versions of rows that are gone by itself. " + OTHERWISE);
        }
        return hasPrimaryKey(hints)
                ? Optional.empty()
                : Optional.of(
                        "has no primary_key, by which rows are found again. Name the columns that identify a row");
    }

    /**
     * Why deletions make no sense where a pass does not bring everything, as the end of a sentence, with what to do instead.
     *
     * @param reason as {@link Source#whyPartial} tells it
     */
    public static String partial(String reason) {
        return reason + ", so a record that does not come is not gone. " + OTHERWISE;
    }

    private static boolean hasPrimaryKey(ResourceHints hints) {
        return !hints.primaryKey().isEmpty()
                || hints.columns().stream().anyMatch(column -> column.is(Hints.PRIMARY_KEY));
    }
}
