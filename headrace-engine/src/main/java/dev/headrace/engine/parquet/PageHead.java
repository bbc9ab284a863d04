package dev.headrace.engine.parquet;

/**
 * What stands before a page: the structure PageHeader of parquet.thrift.
 *
 * @param length of the page before it is compressed
 * @param values how many values, gaps included; of a dictionary its entries
 */
record PageHead(boolean isDictionary, int length, int values, int encoding) {

    static final int PLAIN = 0;
    static final int RLE = 3;
    static final int RLE_DICTIONARY = 8;

    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int DATA_PAGE_HEADER = 5;
    private static final int DICTIONARY_PAGE_HEADER = 7;

    static PageHead dictionary(int length, int entries) {
        return new PageHead(true, length, entries, PLAIN);
    }

    static PageHead data(long length, int rows, int encoding) {
        return new PageHead(false, Math.toIntExact(length), rows, encoding);
    }

    /** @param stored the bytes that the page has in the file */
    byte[] encode(ThriftWriter thrift, int stored) {
        thrift.reset();
        thrift.i32(1, isDictionary ? DICTIONARY_PAGE : DATA_PAGE);
        thrift.i32(2, length);
        thrift.i32(3, stored);
        thrift.beginStruct(isDictionary ? DICTIONARY_PAGE_HEADER : DATA_PAGE_HEADER);
        thrift.i32(1, values);
        thrift.i32(2, encoding);
        if (!isDictionary) {
            thrift.i32(3, RLE);
            thrift.i32(4, RLE);
        }
        thrift.end();
        thrift.end();
        return thrift.toByteArray();
    }
}
