package dev.headrace.postgres;

import dev.headrace.load.PartFile;
import dev.headrace.parquet.ColumnValues;
import dev.headrace.parquet.ParquetField;
import dev.headrace.parquet.ParquetFile;
import dev.headrace.parquet.RowGroup;
import dev.headrace.schema.DataType;
import dev.headrace.sql.SqlConnection;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies the parts of one table, in order, by binary COPY within the current transaction. */
final class PartCopy {

    private final SqlConnection connection;
    private final CopyTarget target;
    private long copied;

    PartCopy(SqlConnection connection, CopyTarget target) {
        this.connection = connection;
        this.target = target;
    }

    /** How many rows the table has more, as the server says. */
    long copy(List<PartFile> parts) throws SQLException {
        long taken = 0;
        for (PartFile part : parts) {
            try (ParquetFile file = ParquetFile.open(part.file())) {
                taken += copy(file);
            } catch (SQLException e) {
                throw CopyFailures.placed(e, part, target.schema());
            } catch (IOException e) {
                throw new SQLException(e.getMessage(), PostgresFailures.UNREADABLE_PART, e);
            }
        }
        return taken;
    }

    private long copy(ParquetFile file) throws SQLException, IOException {
        List<ParquetField> fields = new ArrayList<>();
        List<BinaryForm> forms = new ArrayList<>();
        for (ParquetField field : file.fields()) {
            if (target.wants(field.name())) {
                fields.add(field);
                forms.add(form(field));
            }
        }
        CopyIn copy = connection.jdbc().unwrap(PGConnection.class).getCopyAPI().copyIn(statement(fields));
        try {
            CopyBuffer out = new CopyBuffer(copy::writeToCopy);
            out.begin();
            for (int i = 0; i < file.groups(); i++) {
                write(wanted(file, file.read(i)), fields, forms, out);
            }
            out.end();
            return copy.endCopy();
        } catch (SQLException | IOException | RuntimeException e) {
            cancel(copy, e);
            throw e;
        }
    }

    private BinaryForm form(ParquetField field) {
        BinaryForm form = target.form(field.name())
                .orElseThrow(() -> new IllegalStateException(field.name() + " cannot be copied as it is"));
        DataType type = target.type(field.name());
        if (BinaryForm.fieldType(type) != field.type()) {
            throw new IllegalStateException(
                    "column '" + field.name() + "' is " + type + ", but its part has values of type " + field.type());
        }
        return form;
    }

    /** A group without the columns that the target does not take. */
    private RowGroup wanted(ParquetFile file, RowGroup group) {
        List<ColumnValues> columns = new ArrayList<>();
        for (int i = 0; i < file.fields().size(); i++) {
            if (target.wants(file.fields().get(i).name())) {
                columns.add(group.columns().get(i));
            }
        }
        return new RowGroup(group.rows(), columns);
    }

    private String statement(List<ParquetField> fields) {
        return Stream.concat(fields.stream().map(ParquetField::name), target.position().stream())
                .map(PostgresDialect::quoted)
                .collect(Collectors.joining(", ", "COPY " + target.table() + " (", ") FROM STDIN (FORMAT binary)"));
    }

    private void write(RowGroup group, List<ParquetField> fields, List<BinaryForm> forms, CopyBuffer out)
            throws SQLException {
        ColumnValues[] columns = group.columns().toArray(ColumnValues[]::new);
        BinaryForm[] writers = forms.toArray(BinaryForm[]::new);
        boolean numbered = target.position().isPresent();
        for (int row = 0; row < group.rows(); row++) {
            out.beginRow(numbered ? columns.length + 1 : columns.length);
            for (int i = 0; i < columns.length; i++) {
                if (!columns[i].next()) {
                    out.nothing();
                } else {
                    write(writers[i], columns[i], fields.get(i), out);
                }
            }
            copied++;
            if (numbered) {
                out.longField(copied);
            }
        }
    }

    private void write(BinaryForm form, ColumnValues value, ParquetField field, CopyBuffer out) throws SQLException {
        try {
            form.write(value, out);
        } catch (RefusedValueException e) {
            throw e.in(field.name(), copied + 1);
        }
    }

    private static void cancel(CopyIn copy, Exception reason) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
