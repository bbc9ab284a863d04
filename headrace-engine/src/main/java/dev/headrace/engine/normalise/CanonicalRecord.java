package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.engine.normalise.RawValue.RawList;
import dev.headrace.engine.normalise.RawValue.RawObject;
import dev.headrace.engine.normalise.RowLayout.Part;
import dev.headrace.engine.schema.WorkingSchema;
import dev.headrace.schema.SystemColumns;
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
    private final boolean derivesIds;
    private long number;

    /** @param derivesIds whether there are tables below the record's whose rows' ids follow from their content */
    CanonicalRecord(WorkingSchema schema, Names names, KeyCollisions collisions, boolean derivesIds) {
        this.derivesIds = derivesIds;
        this.collisions = collisions;
        this.schema = schema;
        this.names = names;
    }

    /**
     * The rewritten record.
     *
     * @param path the path of the record's table, before shortening
     * @param recordNumber the record's number, for messages
     */
    byte[] rewrite(RawObject record, String path, int budget, long recordNumber) {
        json.reset();
        number = recordNumber;
        writeRow(record, path, budget, null);
        return json.toByteArray();
    }

    /** A row below the record; one of a table that stands on its own brings its id if that follows from its content. */
    private void writeNestedRow(RawValue row, String path, int budget) {
        RootIds ids = derivesIds ? ids(path) : null;
        if (ids == null || row instanceof RawList && !ids.areOfWholeRows()) {
            writeRow(row, path, budget, null);
        } else {
            RawObject object = RawObject.ofElement(row);
            boolean own = object.members().containsKey(SystemColumns.ID);
            writeRow(object, path, budget, own ? null : new String(ids.derive(object, budget, number), US_ASCII));
        }
    }

    /** How the rows of a table that stands on its own get ids from their content; null where they do not. */
    private @Nullable RootIds ids(String path) {
        return schema.findTable(names.shortened(path))
                .filter(table -> table.parent() == null)
                .map(table -> new RootIds(table, names))
                .filter(RootIds::areDerived)
                .orElse(null);
    }

    private void writeRow(RawValue row, String path, int budget, @Nullable String id) {
        if (row instanceof RawObject object) {
            RowLayout layout =
                    new RowLayout(names, schema.findTable(names.shortened(path)).orElse(null));
            layout.resolve(object, budget, (first, later) -> tellCollision(path, first, later, budget));
            writeObject(object, null, new Place(layout, path), budget, id);
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

    /** @param id stands before everything else; null: there is none */
    private void writeObject(RawObject object, @Nullable Part parent, Place place, int budget, @Nullable String id) {
        List<Part> parts = place.layout.parts(object, parent, budget);
        String separator = "{";
        if (id != null) {
            write("{" + JsonText.quoted(SystemColumns.ID) + ':' + JsonText.quoted(id));
            separator = ",";
        }
        for (Part part : parts) {
            write(separator + JsonText.quoted(part.key()) + ':');
            writePart(part, place, budget);
            separator = ",";
        }
        write(parts.isEmpty() && id == null ? "{}" : "}");
    }

    private void writePart(Part part, Place place, int budget) {
        if (place.layout.isObject(part, budget)) {
            writeObject((RawObject) part.value(), part, place, budget - 1, null);
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
            writeNestedRow(element, path, budget);
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
