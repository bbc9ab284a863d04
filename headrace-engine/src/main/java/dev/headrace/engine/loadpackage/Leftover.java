package dev.headrace.engine.loadpackage;

/** What a run that ended early has left of the package it was writing. */
public sealed interface Leftover permits Checkpoint, Leftover.Damaged {

    /**
     * Nothing that could be gone on with.
     *
     * @param reason the end of a sentence about it
     */
    record Damaged(String reason) implements Leftover {}
}
