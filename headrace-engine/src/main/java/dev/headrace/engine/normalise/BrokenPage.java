package dev.headrace.engine.normalise;

import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageRecords;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page that is no JSON because of what stands within some of its records.
 *
 * @param found where the records are
 */
record BrokenPage(PageRecords found, List<Piece> pieces) {

    /** @param fault why the record is no JSON; null: it is */
    record Piece(JsonSlice text, @Nullable JsonSyntaxException fault) {}

    /** The records of a page; empty when it is not only in them that it is broken. */
    static Optional<BrokenPage> of(PageReader reader, byte[] page, int length, List<String> path) {
        try {
            PageRecords found = reader.read(page, 0, length, path, PageReader.COUNTED);
            return found.found()
                    ? LooseRecords.of(page, found.start(), found.end())
                            .filter(records -> records.size() == found.count())
                            .map(records -> new BrokenPage(
                                    found,
                                    records.stream().map(BrokenPage::piece).toList()))
                    : Optional.empty();
        } catch (JsonSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Piece piece(JsonSlice text) {
        try {
            JsonScanner scanner = new JsonScanner();
            scanner.reset(text.bytes(), text.start(), text.end());
            scanner.skipValue();
            scanner.endDocument();
            return new Piece(text, null);
        } catch (JsonSyntaxException e) {
            return new Piece(text, e);
        }
    }
}
