package dev.headrace.engine.loadpackage;

/** What to do while somebody else has what is needed. */
@FunctionalInterface
public interface Turn {

    /**
     * Waits a while, or does not.
     *
     * @param problem what to tell when it is in vain; a whole sentence
     * @return whether to try again
     */
    boolean comes(String problem);

    /** Does not wait. */
    static Turn now() {
        return problem -> false;
    }
}
