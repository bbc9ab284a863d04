package dev.headrace.engine.loadpackage;

import dev.headrace.engine.document.PlainValues;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.SealedJson;
import dev.headrace.load.LoadId;
import dev.headrace.load.PartFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A checkpoint as JSON, in the folder of its package. */
final class CheckpointDocument {

    private static final long FORMAT = 1;

    private CheckpointDocument() {}

    /**
     * Columns are written once for all parts that have them: a long run has many parts.
     *
     * @param target where the package belongs, for those who look at it
     */
    static String write(Checkpoint checkpoint, PackageTarget target) {
        List<List<String>> columns = new ArrayList<>();
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        checkpoint
                .parts()
                .forEach((table, written) -> parts.put(
                        table, written.stream().map(part -> part(part, columns)).toList()));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("load_id", checkpoint.id().value());
        document.put("created_at", checkpoint.createdAt().toString());
        document.put("destination", Manifest.destination(target));
        document.put("table_numbers", checkpoint.tableNumbers());
        document.put("columns", columns);
        document.put("parts", parts);
        document.put("content", checkpoint.content());
        return SealedJson.seal(JsonText.write(document)) + '\n';
    }

    private static Map<String, @Nullable Object> part(WrittenPart written, List<List<String>> columns) {
        PartFile file = written.part();
        if (!columns.contains(file.columns())) {
            columns.add(file.columns());
        }
        Map<String, @Nullable Object> part = new LinkedHashMap<>();
        part.put("file", file.file().getFileName().toString());
        part.put("rows", file.rows());
        part.put("bytes", file.bytes());
        part.put("crc32c", written.checksum());
        part.put("columns", columns.indexOf(file.columns()));
        if (file.hasOrigin()) {
            part.put("origin", true);
        }
        return part;
    }

    /** The checkpoint in a folder that has one; its parts are not looked at. */
    static Leftover read(Path folder) throws IOException {
        try {
            return new Reader(folder).checkpoint(opened(folder));
        } catch (IllegalArgumentException
                | JsonSyntaxException
                | DateTimeException
                | NoSuchElementException
                | IndexOutOfBoundsException e) {
            return new Leftover.Damaged(
                    "its file " + PackageLayout.checkpoint(folder) + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Map<String, @Nullable Object> opened(Path folder) throws IOException {
        String json = Disk.read(PackageLayout.checkpoint(folder));
        return object(JsonTree.parse(SealedJson.open(json.stripTrailing())).toJava());
    }

    /**
     * What is written in it, as plain JSON values.
     *
     * @throws IllegalArgumentException when it is not as it was written; its message is the end of a sentence about the package
     */
    static Map<String, @Nullable Object> content(Path folder) throws IOException {
        try {
            return opened(folder);
        } catch (IllegalArgumentException | JsonSyntaxException | NoSuchElementException e) {
            throw new IllegalArgumentException("its checkpoint.json is damaged", e);
        }
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return PlainValues.object(value).orElseThrow(() -> new NoSuchElementException("an object is missing"));
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new NoSuchElementException("a list is missing");
    }

    private static long number(Map<String, @Nullable Object> object, String key) {
        return PlainValues.integer(object.get(key))
                .orElseThrow(() -> new NoSuchElementException("it has no '" + key + "'"));
    }

    private static String text(Map<String, @Nullable Object> object, String key) {
        return PlainValues.text(object.get(key))
                .orElseThrow(() -> new NoSuchElementException("it has no '" + key + "'"));
    }

    /** Throws the exceptions of missing elements when something is not there. */
    private record Reader(Path folder) {

        Leftover checkpoint(Map<String, @Nullable Object> document) {
            long format = number(document, "format");
            if (format != FORMAT) {
                return new Leftover.Damaged("it has format " + format + ", and only " + FORMAT + " is known");
            }
            List<List<String>> columns = new ArrayList<>();
            list(document.get("columns")).forEach(names -> columns.add(PlainValues.texts(names)));
            Map<String, List<WrittenPart>> parts = new LinkedHashMap<>();
            object(document.get("parts")).forEach((table, written) -> parts.put(table, parts(written, columns)));
            return new Checkpoint(
                    folder,
                    new LoadId(text(document, "load_id")),
                    Instant.parse(text(document, "created_at")),
                    Math.toIntExact(number(document, "table_numbers")),
                    parts,
                    object(document.get("content")));
        }

        private List<WrittenPart> parts(@Nullable Object written, List<List<String>> columns) {
            List<WrittenPart> parts = new ArrayList<>();
            for (Object each : list(written)) {
                parts.add(part(object(each), columns));
            }
            return parts;
        }

        private WrittenPart part(Map<String, @Nullable Object> part, List<List<String>> columns) {
            PartFile file = new PartFile(
                    folder.resolve(text(part, "file")),
                    number(part, "rows"),
                    number(part, "bytes"),
                    columns.get(Math.toIntExact(number(part, "columns"))),
                    Boolean.TRUE.equals(part.get("origin")));
            return new WrittenPart(file, number(part, "crc32c"));
        }
    }
}
