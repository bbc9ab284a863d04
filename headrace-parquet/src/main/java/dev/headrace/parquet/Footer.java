package dev.headrace.parquet;

import java.util.ArrayList;
import java.util.List;

/**
 * What the end of a file says of it: the structure FileMetaData of parquet.thrift, whose field numbers these are.
 *
 * @param groups for each row group its chunks, in the order of the fields
 */
record Footer(List<ParquetField> fields, List<Group> groups) {

    private static final int OPTIONAL = 1;
    private static final int UNCOMPRESSED = 0;
    private static final int ZSTD = 6;

    /** One row group. */
    record Group(int rows, List<Chunk> chunks) {}

    /** Where one column of a row group lies. */
    record Chunk(long start, int length, boolean isPacked) {}

    static Footer parse(byte[] bytes) {
        Parser parser = new Parser(new ThriftReader(bytes, 0));
        parser.file();
        return parser.footer();
    }

    /** Collects while it reads. */
    private static final class Parser {
        private final ThriftReader thrift;
        private final List<ParquetField> fields = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private List<Chunk> chunks = new ArrayList<>();

        private String name = "";
        private int type;
        private int repetition;
        private boolean isRoot = true;
        private int rows;
        private int codec;
        private long length;
        private long dataStart;
        private long dictionaryStart;

        Parser(ThriftReader thrift) {
            this.thrift = thrift;
        }

        void file() {
            thrift.struct((field, type) -> {
                switch (field) {
                    case 2 -> thrift.list(this::element);
                    case 4 -> thrift.list(this::group);
                    default -> thrift.skip(type);
                }
            });
        }

        Footer footer() {
            for (Group group : groups) {
                if (group.chunks().size() != fields.size()) {
                    throw new DamagedFileException("its columns are nested");
                }
            }
            return new Footer(List.copyOf(fields), List.copyOf(groups));
        }

        private void element() {
            thrift.struct((field, fieldType) -> {
                switch (field) {
                    case 1 -> type = thrift.integer();
                    case 3 -> repetition = thrift.integer();
                    case 4 -> name = thrift.text();
                    default -> thrift.skip(fieldType);
                }
            });
            if (isRoot) {
                isRoot = false;
                return;
            }
            if (repetition != OPTIONAL) {
                throw new DamagedFileException("its column '" + name + "' is not optional");
            }
            fields.add(new ParquetField(name, FieldType.ofCode(type)));
        }

        private void group() {
            chunks = new ArrayList<>();
            thrift.struct((field, type) -> {
                switch (field) {
                    case 1 -> thrift.list(this::chunk);
                    case 3 -> rows = thrift.integer();
                    default -> thrift.skip(type);
                }
            });
            groups.add(new Group(rows, List.copyOf(chunks)));
        }

        private void chunk() {
            thrift.struct((field, type) -> {
                if (field == 3) {
                    chunkMetadata();
                } else {
                    thrift.skip(type);
                }
            });
        }

        private void chunkMetadata() {
            dictionaryStart = 0;
            thrift.struct((field, type) -> {
                switch (field) {
                    case 4 -> codec = thrift.integer();
                    case 7 -> length = thrift.number();
                    case 9 -> dataStart = thrift.number();
                    case 11 -> dictionaryStart = thrift.number();
                    default -> thrift.skip(type);
                }
            });
            if (codec != UNCOMPRESSED && codec != ZSTD) {
                throw new DamagedFileException(
                        "it is compressed with the codec " + codec + ", which is not known here");
            }
            long start = dictionaryStart > 0 ? dictionaryStart : dataStart;
            chunks.add(new Chunk(start, Math.toIntExact(length), codec == ZSTD));
        }
    }
}
