package dev.headrace.testkit.crash;

/** How rows get into the tables, as configurations say it. */
enum Disposition {
    APPEND("append", true),
    REPLACE("replace", false),
    MERGE("merge", false);

    private final String word;
    private final boolean onlyNew;

    Disposition(String word, boolean onlyNew) {
        this.word = word;
        this.onlyNew = onlyNew;
    }

    String word() {
        return word;
    }

    /** Whether all resources read only what is new: rows that are read again would be there twice. */
    boolean onlyNew() {
        return onlyNew;
    }
}
