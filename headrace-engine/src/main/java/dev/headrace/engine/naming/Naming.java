package dev.headrace.engine.naming;

import dev.headrace.ConfigException;

/**
 * Turns names of the data into names of tables and columns. The conventions are those of dlt, so that a dataset begun
 * by one can be continued by the other. Holds no state: one instance serves all runs and threads.
 */
public interface Naming {

    /** The convention's name in configurations and schema documents, such as {@code snake_case}. */
    String name();

    /** What stands between the parts of a path. */
    String separator();

    /**
     * The name for a single identifier.
     *
     * @throws ConfigException when {@code raw} is blank
     */
    String identifier(String raw);

    /**
     * The name for a key of the data or for a table: {@code raw} is taken apart at the separator, and each part is named on
     * its own. Never empty: a blank key becomes {@code _empty}, and one of nothing but separators is named as a single
     * identifier.
     */
    String path(String raw);

    /**
     * The name for something nested: {@code parentPath}, the separator, {@code child}, shortened as a whole. Both are names
     * already. dlt shortens once, over the whole way: who joins on and on keeps the unshortened parent.
     */
    String join(String parentPath, String child);

    /**
     * The convention of that name.
     *
     * @param maxLength the longest name, in UTF-8 bytes; at least 6. Longer ones are shortened
     *     around a tag of their hash.
     * @throws ConfigException when there is none of that name; says which there are
     */
    static Naming of(String conventionName, int maxLength) {
        return new ConventionNaming(Conventions.named(conventionName), new Shortening(maxLength));
    }
}
