package dev.headrace.engine.normalise;

/**
 * Takes the records of one resource that cannot be written. What has come since {@link #markPage} can be taken back until
 * {@link #handOver}. Used by one thread.
 */
public interface Quarantine {

    void take(BadRecord record);

    /** Whether it takes records even if most of them are bad; by default that ends the run. */
    default boolean takesMost() {
        return false;
    }

    /** A page begins. */
    void markPage();

    /** What has come of the page since it was marked never came. */
    void forgetPage();

    /** As {@link #handOver} when there is much to hand over. */
    void handOverFull();

    /** What has been taken cannot be taken back any longer. */
    void handOver();
}
