package dev.headrace.engine.loadpackage;

/** The stages of a package's life. It passes from one to the next by one atomic rename of its folder. */
public enum PackageStage {
    /** Being written. What a run that ended early left here is worthless but for its newest checkpoint. */
    NEW("new"),
    /** Complete, to be loaded. */
    NORMALISED("normalised"),
    /** Visible at the destination; only the manifest is kept. */
    COMMITTED("committed"),
    /** Given up; kept whole. */
    FAILED("failed");

    private final String folder;

    PackageStage(String folder) {
        this.folder = folder;
    }

    /** The name of its folder, which is also what users are told. */
    public String folder() {
        return folder;
    }
}
