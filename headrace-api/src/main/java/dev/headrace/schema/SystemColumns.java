package dev.headrace.schema;

/** Columns and tables that every dataset has; the names are those of dlt. */
public final class SystemColumns {
    public static final String LOAD_ID = "_dlt_load_id";
    public static final String ID = "_dlt_id";
    public static final String PARENT_ID = "_dlt_parent_id";
    public static final String ROOT_ID = "_dlt_root_id";
    public static final String LIST_IDX = "_dlt_list_idx";

    /** Tables and columns with this prefix belong to the layout, not to the user. */
    public static final String PREFIX = "_dlt";

    public static final String LOADS_TABLE = "_dlt_loads";
    public static final String VERSION_TABLE = "_dlt_version";
    public static final String STATE_TABLE = "_dlt_pipeline_state";

    private SystemColumns() {}
}
