package dev.headrace.testkit.crash;

/** What a round loads, how, and where to. */
record Scenario(Disposition disposition, boolean inFlight, Database database) {

    private static final int AT_A_TIME = 4;

    /** How many requests may be under way. */
    int concurrency() {
        return inFlight ? AT_A_TIME : 1;
    }

    Scenario oneAtATime() {
        return new Scenario(disposition, false, database);
    }

    @Override
    public String toString() {
        return disposition.word() + ", " + database.name() + ", " + (inFlight ? "in flight" : "one at a time");
    }
}
