package dev.headrace.parquet;

/**
 * What stands before a page: the structure PageHeader of parquet.thrift.
 *
 * @param length of the page when it is not compressed
 * @param stored the bytes that it has in the file
 * @param values how many values, gaps included; of a dictionary its entries
 * @param start where the page begins, after this header
 */
record PageHeader(boolean isDictionary, int length, int stored, int values, int encoding, int start) {

    static final int PLAIN = 0;
    static final int RLE_DICTIONARY = 8;

    private static final int DICTIONARY_PAGE = 2;

    static PageHeader read(byte[] bytes, int at) {
        Parser parser = new Parser(new ThriftReader(bytes, at));
        parser.page();
        return new PageHeader(
                parser.kind == DICTIONARY_PAGE,
                parser.length,
                parser.stored,
                parser.values,
                parser.encoding,
                parser.thrift.position());
    }

    /** Where the page ends when it is not compressed. */
    int end() {
        return start + length;
    }

    /** Where it ends in the file. */
    int storedEnd() {
        return start + stored;
    }

    /** Collects while it reads. */
    private static final class Parser {
        private final ThriftReader thrift;
        private int kind;
        private int length;
        private int stored;
        private int values;
        private int encoding;

        Parser(ThriftReader thrift) {
            this.thrift = thrift;
        }

        void page() {
            thrift.struct((field, type) -> {
                switch (field) {
                    case 1 -> kind = thrift.integer();
                    case 2 -> length = thrift.integer();
                    case 3 -> stored = thrift.integer();
                    case 5, 7 -> thrift.struct(this::content);
                    default -> thrift.skip(type);
                }
            });
        }

        private void content(int field, int type) {
            switch (field) {
                case 1 -> values = thrift.integer();
                case 2 -> encoding = thrift.integer();
                default -> thrift.skip(type);
            }
        }
    }
}
