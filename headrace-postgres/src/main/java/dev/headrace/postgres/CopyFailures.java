package dev.headrace.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.load.PartFile;
import dev.headrace.parquet.ColumnValues;
import dev.headrace.parquet.ParquetFile;
import dev.headrace.parquet.RowGroup;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.TableSchema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the value that made a COPY fail, where the server does not tell it. */
final class CopyFailures {

    private static final Pattern NUL = Pattern.compile("\0", Pattern.LITERAL);
    /** Not one whose backslash is escaped itself. */
    private static final Pattern NUL_ESCAPE = Pattern.compile("(?<!\\\\)(\\\\\\\\)*+\\\\u0000");

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private CopyFailures() {}

    /** The failure with the place of the value, if that can be found; else the failure itself. */
    static SQLException placed(SQLException failure, PartFile part, TableSchema table) {
        String state = failure.getSQLState();
        if (!PostgresFailures.INVALID_BYTES.equals(state) && !PostgresFailures.UNTRANSLATABLE.equals(state)) {
            return failure;
        }
        try (ParquetFile file = ParquetFile.open(part.file())) {
            Optional<RefusedValueException> found = findNul(file, table);
            found.ifPresent(value -> value.initCause(failure));
            return found.isPresent() ? found.get() : failure;
        } catch (IOException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    private static Optional<RefusedValueException> findNul(ParquetFile file, TableSchema table) throws IOException {
        long before = 0;
        for (int i = 0; i < file.groups(); i++) {
            RowGroup group = file.read(i);
            for (int column = 0; column < group.columns().size(); column++) {
                String name = file.fields().get(column).name();
                Pattern wanted = nulIn(table.findColumn(name).map(ColumnSchema::dataType));
                Optional<RefusedValueException> found =
                        findNul(group.columns().get(column), group.rows(), wanted, name, before);
                if (found.isPresent()) {
                    return found;
                }
            }
            before += group.rows();
        }
        return Optional.empty();
    }

    private static Pattern nulIn(Optional<DataType> type) {
        if (type.equals(Optional.of(DataType.TEXT))) {
            return NUL;
        }
        return type.equals(Optional.of(DataType.JSON)) ? NUL_ESCAPE : NOTHING;
    }

    private static Optional<RefusedValueException> findNul(
            ColumnValues values, int rows, Pattern wanted, String name, long before) {
        for (int row = 0; row < rows && wanted != NOTHING; row++) {
            if (values.next()) {
                String text = new String(values.bytes(), values.start(), values.length(), UTF_8);
                if (wanted.matcher(text).find()) {
                    String reason = RefusedValueException.shown(text)
                            + " has a NUL character (\\u0000), which PostgreSQL cannot store in text or jsonb.";
                    return Optional.of(new RefusedValueException(reason, PostgresFailures.INVALID_BYTES)
                            .in(name, before + row + 1));
                }
            }
        }
        return Optional.empty();
    }
}
