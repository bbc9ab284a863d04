package dev.headrace.rest.incremental;

import java.util.Set;

/** What one resource remembers of its cursor. Used by one thread. */
interface Memory {

    /**
     * Where the run before has come to; the same during a whole run.
     *
     * @param parent names the record of the parent; empty where there is none
     */
    Position begun(String parent);

    /**
     * Takes note of how far the cursor has come; an earlier position than the one that is known changes nothing.
     *
     * @param passed whether any row has been loaded
     */
    void moved(String parent, Position position, boolean passed);

    /** What the parent leads to can't be read in this run: from now on its cursor does not move. */
    void hold(String parent);

    /** Whether it is held. */
    boolean isHeld(String parent);

    /** All that are held. */
    Set<String> held();

    /** Brings what is stored up to date. */
    void settle();
}
