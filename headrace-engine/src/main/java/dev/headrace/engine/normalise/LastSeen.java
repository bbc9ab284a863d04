package dev.headrace.engine.normalise;

/** Tells whether an object has two keys that become one name: such a record needs decisions. */
final class LastSeen {

    /** The serial number of the object that had one of the keys last. */
    long object;
}
