package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.engine.identity.RowIds;
import dev.headrace.engine.schema.WorkingTable;
import dev.headrace.load.PartFile;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.SystemColumns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives the rows of one table their ids, and fills the columns that tie them to the rows above and to the load. */
final class RowIdentity {

    private static final ColumnSchema ORIGIN = ColumnSchema.of(PartFile.ORIGIN, DataType.BIGINT);

    private final WorkingTable schema;
    private final IdentitySettings settings;
    private final byte[] tableName;
    private final Scalar scalar = new Scalar();
    private byte[] id = new byte[RowIds.LENGTH];
    private int idLength;
    private boolean derived;
    /** A random id, one that is not derived. */
    private long head;

    private long tail;
    private long index;

    /** The number of the row that is nested in no other, and that this row is or is nested in. */
    private long origin;

    private @Nullable RowIdentity parent;
    /** The row whose id these rows carry beside their own. */
    private @Nullable RowIdentity root;

    private final boolean propagates;
    private final boolean isRoot;
    private boolean ready;
    private @Nullable Column idColumn;
    private @Nullable Column rootColumn;
    private @Nullable Column parentColumn;
    private @Nullable Column indexColumn;
    private @Nullable Column originColumn;

    /** A column that the open row's id does not fit. */
    private @Nullable Column unfit;

    /** @param propagates rows nested in these carry the id of the one they are nested in */
    RowIdentity(WorkingTable schema, IdentitySettings settings, boolean propagates) {
        this.schema = schema;
        this.settings = settings;
        this.propagates = propagates;
        this.isRoot = schema.parent() == null;
        this.tableName = schema.name().getBytes(UTF_8);
    }

    /** Rows that are nested in no others, and know their load. */
    boolean isRoot() {
        return isRoot;
    }

    /** A row with an id of its own. */
    void begin(@Nullable RowIdentity above) {
        parent = null;
        root = above == null ? null : above.rootBelow();
        origin = settings.ids().takeNumber();
        drawId();
    }

    private void drawId() {
        RowIds ids = settings.ids();
        derived = false;
        head = ids.head();
        tail = ids.takeTail();
    }

    /** A row at a place in a list of the open row of {@code above}. */
    void beginNested(RowIdentity above, long place) {
        if (isRoot()) {
            begin(above);
            return;
        }
        parent = above;
        root = above.rootBelow();
        index = place;
        origin = above.origin;
        if (above.derived) {
            derived = true;
            idLength = RowIds.LENGTH;
            settings.ids().writeChild(above.id, 0, above.idLength, tableName, place, id, 0);
        } else {
            drawId();
        }
    }

    private @Nullable RowIdentity rootBelow() {
        return propagates ? this : root;
    }

    /** The open row is known by this; the ids of the rows below follow from it. */
    void identify(byte[] text, int start, int end) {
        idLength = end - start;
        if (id.length < idLength) {
            id = Arrays.copyOf(id, idLength);
        }
        System.arraycopy(text, start, id, 0, idLength);
        derived = true;
    }

    /** Fills the columns of the layout that the record has not filled itself. */
    void finish(TableRows rows) {
        if (!ready) {
            openColumns(rows);
        }
        int row = rows.row;
        if (root != null && rootColumn != null) {
            put(rootColumn, root, row);
        }
        if (parent != null && parentColumn != null && indexColumn != null) {
            put(parentColumn, parent, row);
            if (!indexColumn.buffer.isPresent(row)) {
                indexColumn.buffer.putLong(row, index);
            }
        }
        if (idColumn != null) {
            put(idColumn, this, row);
        }
        if (derived) {
            putOrigin(rows);
        }
    }

    private void put(Column column, RowIdentity of, int row) {
        if (column.buffer.isPresent(row)) {
            return;
        }
        if (column.type != DataType.TEXT) {
            putAsOther(column, of, row);
        } else if (of.derived) {
            column.buffer.putBytes(row, of.id, 0, of.idLength);
        } else {
            column.buffer.putWords(row, of.head, of.tail, RowIds.LENGTH);
        }
    }

    private void putOrigin(TableRows rows) {
        if (originColumn == null) {
            originColumn = rows.openBeside(ORIGIN);
        }
        originColumn.buffer.putLong(rows.row, origin);
    }

    private void putAsOther(Column column, RowIdentity of, int row) {
        if (!of.derived) {
            of.idLength = RowIds.LENGTH;
            RowIds.write(of.head, of.tail, of.id);
        }
        scalar.setText(of.id, of.idLength);
        if (!column.put(scalar, row)) {
            unfit = column;
        }
    }

    /** The column that the id of the row just {@linkplain #finish finished} does not fit; null: there is none. */
    @Nullable
    Column takeUnfit() {
        Column found = unfit;
        if (found != null) {
            unfit = null;
        }
        return found;
    }

    /** Whether the columns of the layout are there. */
    boolean isReady() {
        return ready;
    }

    /**
     * Lets go of columns that were taken back.
     *
     * @param wasReady whether the columns of the layout were there before them
     */
    void forget(boolean wasReady, Forgotten gone) {
        if (!wasReady) {
            ready = false;
            idColumn = null;
            rootColumn = null;
            parentColumn = null;
            indexColumn = null;
        }
        if (originColumn != null && gone.has(originColumn)) {
            originColumn = null;
        }
    }

    private void openColumns(TableRows rows) {
        ready = true;
        if (root != null) {
            rootColumn = open(rows, SystemColumns.ROOT_ID, idType(root.schema));
        }
        if (isRoot()) {
            completed(SystemColumns.LOAD_ID, DataType.TEXT);
            rows.openConstant(SystemColumns.LOAD_ID, settings.loadId().value());
        }
        if (parent != null) {
            parentColumn = open(rows, SystemColumns.PARENT_ID, idType(parent.schema));
            indexColumn = open(rows, SystemColumns.LIST_IDX, DataType.BIGINT);
        }
        idColumn = open(rows, SystemColumns.ID, DataType.TEXT);
    }

    /** Ids that the data brings keep their type, and so do the references to them. */
    private static DataType idType(WorkingTable of) {
        return of.findColumn(SystemColumns.ID)
                .filter(ColumnSchema::isComplete)
                .map(ColumnSchema::requiredType)
                .orElse(DataType.TEXT);
    }

    private Column open(TableRows rows, String name, DataType type) {
        Column known = rows.findColumn(name);
        return known == null ? rows.open(completed(name, type)) : known;
    }

    private ColumnSchema completed(String name, DataType type) {
        return schema.findColumn(name).filter(ColumnSchema::isComplete).orElseGet(() -> schema.complete(name, type));
    }
}
