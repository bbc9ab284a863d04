package dev.headrace.source;

/**
 * A named stream of records and what is known about its table.
 *
 * @param name as configured, not normalised; also the key of its state
 * @param selected false: it is read only to feed its children, and not loaded
 */
public record Resource(String name, boolean selected, ResourceHints hints, LoadRules rules) {

    /** One without rules. */
    public Resource(String name, boolean selected, ResourceHints hints) {
        this(name, selected, hints, LoadRules.none());
    }

    /** The same with other hints. */
    public Resource withHints(ResourceHints value) {
        return new Resource(name, selected, value, rules);
    }
}
