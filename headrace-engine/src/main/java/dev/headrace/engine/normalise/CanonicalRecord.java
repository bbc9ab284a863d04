package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.engine.normalise.RawValue.RawList;
import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.engine.normalise.RowLayout.Part;
import dev.headrace.engine.schema.WorkingSchema;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a record so that it can be taken as it comes: no key twice, no two keys for one column, and everything in the
 * order in which its columns and rows come into being. The values keep their text.
 */
final class CanonicalRecord {

    private final WorkingSchema schema;
    private final Names names;
    private final KeyCollisions collisions;
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();

    CanonicalRecord(WorkingSchema schema, Names names, KeyCollisions collisions) {
        this.collisions = collisions;
        this.schema = schema;
        this.names = names;
    }

    /**
     * The rewritten record.
     *
     * @param path the path of the record's table, before shortening
     */
    byte[] rewrite(RawObject record, String path, int budget) {
        json.reset();
        writeRow(record, path, budget);
        return json.toByteArray();
    }

    private void writeRow(RawValue row, String path, int budget) {
        if (row instanceof RawObject object) {
            RowLayout layout =
                    new RowLayout(names, schema.findTable(names.shortened(path)).orElse(null));
            layout.resolve(object, budget, (first, later) -> tellCollision(path, first, later, budget));
            writeObject(object, null, new Place(layout, path), budget);
        } else if (row instanceof RawList list && budget > 0) {
            writeList(list, names.concatenate(path, "list"), budget - 1);
        } else {
            writeSource(row);
        }
    }

    private void tellCollision(String path, Part first, Part later, int budget) {
        String what = later.value() instanceof RawList && budget > 0 ? "table" : "column";
        collisions.collide(names.shortened(path), what, later.name(), first.rawPath(), later.rawPath());
    }

    private void writeObject(RawObject object, @Nullable Part parent, Place place, int budget) {
        List<Part> parts = place.layout.parts(object, parent, budget);
        String separator = "{";
        for (Part part : parts) {
            write(separator + JsonText.quoted(part.key()) + ':');
            writePart(part, place, budget);
            separator = ",";
        }
        write(parts.isEmpty() ? "{}" : "}");
    }

    private void writePart(Part part, Place place, int budget) {
        if (place.layout.isObject(part, budget)) {
            writeObject((RawObject) part.value(), part, place, budget - 1);
        } else if (place.layout.isList(part, budget)) {
            writeList((RawList) part.value(), names.concatenate(place.path, part.path()), budget - 1);
        } else {
            writeSource(part.value());
        }
    }

    private void writeList(RawList list, String path, int budget) {
        write("[");
        String separator = "";
        for (RawValue element : list.elements()) {
            write(separator);
            writeRow(element, path, budget);
            separator = ",";
        }
        write("]");
    }

    private void writeSource(RawValue value) {
        json.write(
                value.source().bytes(),
                value.source().start(),
                value.source().end() - value.source().start());
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        json.write(bytes, 0, bytes.length);
    }

    /** A row's table: how its rows are laid out, and its path before shortening. */
    private record Place(RowLayout layout, String path) {}
}
