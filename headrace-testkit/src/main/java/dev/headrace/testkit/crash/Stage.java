package dev.headrace.testkit.crash;

/** How far a run has come when it is killed. */
enum Stage {
    /** Before its first request. */
    START(1),
    /** Requests have been sent, not all answers have come. */
    EXTRACTION(8),
    /** All answers have come, the package is not complete. */
    PACKAGE(3),
    /** The package is complete and not committed. */
    LOAD(5),
    /** Committed, but the package has not been put away. */
    COMMIT(1),
    /** Committed and put away, the process has not ended. */
    END(1);

    private final int weight;

    Stage(int weight) {
        this.weight = weight;
    }

    /** How often it is aimed at, in relation to the others. */
    int weight() {
        return weight;
    }
}
