package dev.headrace.testkit.conformance;

/** DuckDB: cases speak its language. */
final class DuckDbSnapshotSql implements SnapshotSql {

    private static final String TIMESTAMP_FORMAT = "'%Y-%m-%dT%H:%M:%S.%f'";

    @Override
    public String columns() {
        return "select table_name, column_name, data_type, is_nullable from information_schema.columns"
                + " where table_schema = ? and table_catalog = current_database() order by table_name, ordinal_position";
    }

    @Override
    public String expression(String column, String type) {
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> "strftime(" + column + " at time zone 'UTC', " + TIMESTAMP_FORMAT + ")";
            case "TIMESTAMP" -> "strftime(" + column + ", " + TIMESTAMP_FORMAT + ")";
            case "BOOLEAN", "DOUBLE", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> column;
            case "BLOB" -> "hex(" + column + ")";
            default -> "cast(" + column + " as varchar)";
        };
    }
}
