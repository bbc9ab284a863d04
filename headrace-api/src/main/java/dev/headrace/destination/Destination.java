package dev.headrace.destination;

import dev.headrace.deletes.Deletes;
import dev.headrace.schema.MergeStrategy;
import java.util.Set;

/** A place to load into. Immutable; holds no connection. */
public interface Destination {

    /** The type's name in configurations, such as {@code duckdb}. */
    String type();

    /** Where it is, for people; never holds a secret. */
    String location();

    /** The longest name of a table or column, in UTF-8 bytes as the database counts it. */
    int maxIdentifierLength();

    /** How many columns a table may have. By default 5000: more make a table that nobody can work with. */
    default int maxColumns() {
        return 5000;
    }

    /**
     * Whether its texts, and those in its JSON, can hold every character: also U+0000, and in JSON half of a surrogate pair.
     * By default they can.
     */
    default boolean holdsAllCharacters() {
        return true;
    }

    /** The merge strategies it can do. */
    Set<MergeStrategy> mergeStrategies();

    /**
     * What it can do with rows that a package does not bring, {@link Deletes#NONE} aside: the orders that {@link
     * dev.headrace.load.LoadTerms} may have. By default nothing.
     */
    default Set<Deletes> deletes() {
        return Set.of();
    }

    /**
     * Connects. The dataset need not exist; it is made by the first load.
     *
     * @param dataset the normalised name of the dataset
     * @throws dev.headrace.DestinationException when it cannot be reached or is in use
     */
    DestinationSession open(String dataset);

    /**
     * Keeps other runs of a pipeline out of a dataset, wherever they run, without leaving anything in it. By default nobody is
     * kept out: {@link DestinationSession#load} refuses what does not go on from the state that is there, with or without a claim.
     *
     * @param dataset the normalised name of the dataset
     * @throws dev.headrace.DestinationException when it cannot be reached; of reason {@code IN_USE} when another run has the claim
     */
    default Claim claim(String dataset, String pipeline) {
        return Claim.none();
    }
}
