package dev.headrace.schema;

/** Keys of table and column properties in a schema document. */
public final class Hints {
    public static final String PRIMARY_KEY = "primary_key";
    public static final String MERGE_KEY = "merge_key";
    public static final String UNIQUE = "unique";
    public static final String ROW_KEY = "row_key";
    public static final String PARENT_KEY = "parent_key";
    public static final String ROOT_KEY = "root_key";
    public static final String HARD_DELETE = "hard_delete";
    public static final String DEDUP_SORT = "dedup_sort";
    public static final String VARIANT = "variant";
    public static final String INCREMENTAL = "incremental";
    public static final String PRECISION = "precision";
    public static final String SCALE = "scale";
    public static final String TIMEZONE = "timezone";
    /** Table property: the merge strategy when it is not the default. */
    public static final String MERGE_STRATEGY = "x-merge-strategy";
    /** Table property: when the versions of an scd2 load become valid; ISO 8601. */
    public static final String BOUNDARY_TIMESTAMP = "x-boundary-timestamp";
    /** Tells the column that says since when a version is valid. */
    public static final String VALID_FROM = "x-valid-from";
    /** Tells the column that says since when a version is no longer valid. */
    public static final String VALID_TO = "x-valid-to";
    /** Of the column with {@link #VALID_TO}: its value while a version is valid, in ISO 8601; absent: null. */
    public static final String ACTIVE_RECORD_TIMESTAMP = "x-active-record-timestamp";
    /** Tells the column that changes whenever the row does. */
    public static final String ROW_VERSION = "x-row-version";
    /** Table property: what the normaliser remembers, such as {@link #SEEN_DATA}. */
    public static final String NORMALIZER = "x-normalizer";
    /** Key in {@link #NORMALIZER}: true once the table has had rows; see {@link TableSchema#hasSeenData}. */
    public static final String SEEN_DATA = "seen-data";

    private Hints() {}
}
