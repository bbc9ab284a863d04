package dev.headrace.sql;

import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.quarantine.QuarantineQuery;
import dev.headrace.quarantine.QuarantinedRow;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.SystemColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the table of errors. */
final class QuarantinedRows {

    private final SqlConnection connection;
    private final Statements statements;

    QuarantinedRows(SqlConnection connection, Statements statements) {
        this.connection = connection;
        this.statements = statements;
    }

    List<QuarantinedRow> find(Catalog catalog, QuarantineQuery query) throws SQLException {
        if (!catalog.has(ErrorsTable.NAME)) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(ErrorsTable.schema().columns().stream()
                        .map(ColumnSchema::name)
                        .map(this::quoted)
                        .collect(Collectors.joining(", ")))
                .append(" FROM ")
                .append(statements.table(ErrorsTable.NAME))
                .append(" WHERE ")
                .append(quoted(ErrorsTable.REPLAYED_AT))
                .append(" IS NULL");
        restrict(sql, values, ErrorsTable.PIPELINE, query.pipeline());
        query.schema().ifPresent(schema -> restrict(sql, values, ErrorsTable.SCHEMA, schema));
        query.resource().ifPresent(resource -> restrict(sql, values, ErrorsTable.RESOURCE, resource));
        sql.append(" ORDER BY ")
                .append(quoted(ErrorsTable.OCCURRED_AT))
                .append(" DESC, ")
                .append(quoted(SystemColumns.ID))
                .append(" LIMIT ")
                .append(query.limit());
        return connection.query(sql.toString(), values, QuarantinedRows::row);
    }

    private void restrict(StringBuilder sql, List<String> values, String column, String value) {
        sql.append(" AND ").append(quoted(column)).append(" = ?");
        values.add(value);
    }

    private String quoted(String column) {
        return statements.dialect().quote(column);
    }

    private static QuarantinedRow row(ResultSet row) throws SQLException {
        return new QuarantinedRow(
                row.getString(SystemColumns.LOAD_ID),
                row.getString(SystemColumns.ID),
                row.getString(ErrorsTable.PIPELINE),
                row.getString(ErrorsTable.SCHEMA),
                row.getObject(ErrorsTable.OCCURRED_AT, OffsetDateTime.class).toInstant(),
                row.getString(ErrorsTable.RESOURCE),
                row.getString(ErrorsTable.TABLE),
                row.getString(ErrorsTable.COLUMN),
                row.getString(ErrorsTable.KIND),
                row.getString(ErrorsTable.REASON),
                row.getString(ErrorsTable.REQUEST),
                number(row, ErrorsTable.PAGE),
                number(row, ErrorsTable.NUMBER),
                row.getString(ErrorsTable.RECORD),
                row.getBoolean(ErrorsTable.WHOLE),
                row.getBoolean(ErrorsTable.PROCESSED),
                moment(row, ErrorsTable.REPLAYED_AT),
                row.getString(ErrorsTable.REPLAY_LOAD_ID));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(value);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
