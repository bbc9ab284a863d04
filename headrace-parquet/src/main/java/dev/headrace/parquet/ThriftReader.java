package dev.headrace.parquet;

import java.nio.charset.StandardCharsets;

/** Reads structures in Thrift's compact protocol, in which Parquet keeps what it says about its data. */
final class ThriftReader {

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int STRUCT = 12;
    private static final int LONG_LIST = 15;

    private final byte[] bytes;
    private int at;

    ThriftReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** Takes one field of a structure; must read or {@link #skip} its value. */
    @FunctionalInterface
    interface FieldTaker {
        void take(int field, int type);
    }

    int position() {
        return at;
    }

    void struct(FieldTaker taker) {
        int field = 0;
        for (int header = oneByte(); header != 0; header = oneByte()) {
            int distance = header >>> 4;
            field = distance == 0 ? integer() : field + distance;
            taker.take(field, header & 0xF);
        }
    }

    /** Takes the elements of a list, one by one. */
    void list(Runnable element) {
        int size = listSize(oneByte());
        for (int i = 0; i < size; i++) {
            element.run();
        }
    }

    private int listSize(int header) {
        int size = header >>> 4;
        return size == LONG_LIST ? (int) varint() : size;
    }

    int integer() {
        return Math.toIntExact(number());
    }

    long number() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    String text() {
        int length = (int) varint();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /** Leaves out a value of that type. */
    void skip(int type) {
        switch (type) {
            case TRUE, FALSE -> {}
            case BYTE -> at++;
            case DOUBLE -> at += Double.BYTES;
            case BINARY -> skipBytes((int) varint());
            case LIST, SET -> skipList();
            case STRUCT -> struct((field, inner) -> skip(inner));
            default -> varint();
        }
    }

    private void skipBytes(int count) {
        at += count;
    }

    private void skipList() {
        int header = oneByte();
        int size = listSize(header);
        int type = header & 0xF;
        for (int i = 0; i < size; i++) {
            skip(type <= FALSE ? BYTE : type);
        }
    }

    private int oneByte() {
        return bytes[at++] & 0xFF;
    }

    private long varint() {
        long value = 0;
        int shift = 0;
        int next = oneByte();
        for (; next > 0x7F; next = oneByte()) {
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        }
        return value | (long) next << shift;
    }
}
