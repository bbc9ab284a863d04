package dev.headrace.rest.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.headrace.rest.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV (RFC 4180): each row is an object, its keys are the names of the columns and its values texts, because CSV has no
 * other types. An empty field is null, an empty field in quotes an empty text, and a row that ends early has nulls in its
 * last columns.
 *
 * @param delimiter between the fields of a row
 * @param quote around fields that have delimiters, quotes or line breaks in them
 * @param header the names of the columns; empty when the first row has them
 */
record CsvFormat(char delimiter, char quote, List<String> header) implements ResponseFormat {

    /** Longer fields are taken for a quote that was never closed. */
    private static final int LONGEST_FIELD = 256 * 1024 * 1024;

    CsvFormat {
        header = List.copyOf(header);
    }

    /** With commas and double quotes; the first row has the names. */
    static CsvFormat ofCommas() {
        return new CsvFormat(',', '"', List.of());
    }

    @Override
    public String label() {
        return "CSV";
    }

    @Override
    public JsonBody toJson(HttpResponse response) {
        JsonBody utf8 = JsonFormat.utf8(response);
        CsvRows rows = new CsvRows(header, utf8.end() - utf8.start());
        try (CsvReader<Long> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(rows, text(utf8))) {
            reader.forEach(line -> {}); // the rows keep what they need
        } catch (CsvParseException e) {
            throw explained(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.json();
    }

    private static Reader text(JsonBody utf8) {
        return new InputStreamReader(
                new ByteArrayInputStream(utf8.bytes(), utf8.start(), utf8.end() - utf8.start()),
                StandardCharsets.UTF_8);
    }

    /** The reader wraps what goes wrong in a row in an exception that knows the line. */
    private static UnreadableBodyException explained(CsvParseException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableBodyException own) {
                return own;
            }
        }
        String cause =
                failure.getCause() == null ? "" : ": " + failure.getCause().getMessage();
        return new UnreadableBodyException(failure.getMessage() + cause, failure);
    }
}
