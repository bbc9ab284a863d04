package dev.headrace.load;

/**
 * What a load of a table has to keep to, besides its disposition.
 *
 * @param exact whether the load fails when the destination takes other rows than the package has; otherwise that is a
 *     warning
 */
public record LoadTerms(boolean exact) {

    /** Nothing more. */
    public static LoadTerms none() {
        return new LoadTerms(false);
    }

    /** The same, but not exact. */
    public LoadTerms lenient() {
        return new LoadTerms(false);
    }
}
