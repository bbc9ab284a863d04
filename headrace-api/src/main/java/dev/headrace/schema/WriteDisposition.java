package dev.headrace.schema;

/** What happens to the rows that a table has already. */
public sealed interface WriteDisposition {

    /** The name in configurations and schema documents, such as {@code append}. */
    String label();

    /** New rows are added. */
    record Append() implements WriteDisposition {
        @Override
        public String label() {
            return "append";
        }
    }

    /** The table and its nested tables hold this load's rows and no others. */
    record Replace() implements WriteDisposition {
        @Override
        public String label() {
            return "replace";
        }
    }

    /** Nothing is loaded; the table stays in the schema. */
    record Skip() implements WriteDisposition {
        @Override
        public String label() {
            return "skip";
        }
    }

    /**
     * Rows replace the rows with the same key.
     *
     * @param deduplicated the source guarantees that a load has one row per key
     * @param history counts for {@link MergeStrategy#SCD2} only
     */
    record Merge(MergeStrategy strategy, boolean deduplicated, History history) implements WriteDisposition {

        /** With the standard history. */
        public Merge(MergeStrategy strategy, boolean deduplicated) {
            this(strategy, deduplicated, History.standard());
        }

        @Override
        public String label() {
            return "merge";
        }
    }

    static WriteDisposition append() {
        return new Append();
    }

    static WriteDisposition replace() {
        return new Replace();
    }

    static WriteDisposition skip() {
        return new Skip();
    }

    /** Merge with the default strategy. */
    static WriteDisposition merge() {
        return new Merge(MergeStrategy.DELETE_INSERT, false);
    }
}
