package dev.headrace.engine.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Writes structures in Thrift's compact protocol, in which Parquet keeps what it says about its data. */
final class ThriftWriter {

    static final int I32 = 5;
    static final int BINARY = 8;
    static final int STRUCT = 12;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int LONGEST_SHORT_LIST = 14;
    private static final int DEEPEST = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    /** Field numbers are written as the distance from the one before in the same structure. */
    private final int[] lastFields = new int[DEEPEST];

    private int depth;

    byte[] toByteArray() {
        return out.toByteArray();
    }

    void reset() {
        out.reset();
        lastFields[0] = 0;
        depth = 0;
    }

    void i32(int field, int value) {
        header(field, I32);
        varint(zigzag(value));
    }

    void i64(int field, long value) {
        header(field, I64);
        varint(zigzag(value));
    }

    void bool(int field, boolean value) {
        header(field, value ? TRUE : FALSE);
    }

    void binary(int field, byte[] value) {
        header(field, BINARY);
        element(value);
    }

    void text(int field, String value) {
        binary(field, value.getBytes(UTF_8));
    }

    void list(int field, int elementType, int size) {
        header(field, LIST);
        if (size <= LONGEST_SHORT_LIST) {
            out.write(size << 4 | elementType);
        } else {
            out.write(0xF0 | elementType);
            varint(size);
        }
    }

    /** An integer in a list. */
    void element(int value) {
        varint(zigzag(value));
    }

    /** A text or a byte string in a list. */
    void element(byte[] value) {
        varint(value.length);
        out.writeBytes(value);
    }

    void beginStruct(int field) {
        header(field, STRUCT);
        beginElement();
    }

    /** Begins a structure in a list. */
    void beginElement() {
        lastFields[++depth] = 0;
    }

    /** Ends the structure begun last, or the outermost one. */
    void end() {
        out.write(0);
        if (depth > 0) {
            depth--;
        }
    }

    /** A structure without fields, such as a choice that needs no words. */
    void emptyStruct(int field) {
        beginStruct(field);
        end();
    }

    private void header(int field, int type) {
        int distance = field - lastFields[depth];
        lastFields[depth] = field;
        if (distance < 1 || distance > 15) {
            throw new IllegalStateException("field " + field + " is out of order");
        }
        out.write(distance << 4 | type);
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
