package dev.headrace.testkit.conformance;

/** PostgreSQL, with the types that dlt has on the one where it has the others on DuckDB. */
final class PostgresSnapshotSql implements SnapshotSql {

    private static final String TIMESTAMP_FORMAT = "'YYYY-MM-DD\"T\"HH24:MI:SS.US'";
    private static final String WEI = "DECIMAL(38,0)";

    @Override
    public String columns() {
        return "select c.relname, a.attname, case format_type(a.atttypid, a.atttypmod)"
                + " when 'double precision' then 'DOUBLE' when 'bytea' then 'BLOB' when 'jsonb' then 'JSON'"
                + " when 'numeric(156,78)' then '" + WEI + "' when 'time without time zone' then 'TIME'"
                + " when 'timestamp without time zone' then 'TIMESTAMP'"
                + " when 'timestamp(3) without time zone' then 'TIMESTAMP_MS'"
                + " else case when format_type(a.atttypid, null) = 'character varying' then 'VARCHAR'"
                + " else upper(replace(format_type(a.atttypid, a.atttypmod), 'numeric', 'decimal')) end end,"
                + " case when a.attnotnull then 'NO' else 'YES' end"
                + " from pg_namespace n join pg_class c on c.relnamespace = n.oid and c.relkind = 'r'"
                + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                + " where n.nspname = ? order by c.relname, a.attnum";
    }

    @Override
    public String expression(String column, String type) {
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> "to_char(" + column + " at time zone 'UTC', " + TIMESTAMP_FORMAT + ")";
            case "TIMESTAMP" -> "to_char(" + column + ", " + TIMESTAMP_FORMAT + ")";
            case "BOOLEAN", "DOUBLE", "SMALLINT", "INTEGER", "BIGINT" -> column;
            case "BLOB" -> "encode(" + column + ", 'hex')";
            case WEI -> "trim_scale(" + column + ")::varchar";
            default -> column + "::varchar";
        };
    }
}
