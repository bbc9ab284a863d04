package dev.headrace.postgres;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;

/**
 * Gathers the rows of a binary COPY into pieces worth sending. The format is PostgreSQL's (manual, COPY, "Binary Format"):
 * numbers lie highest byte first, each field begins with its length.
 */
final class CopyBuffer {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int CAPACITY = 128 * 1024;
    private static final int NULL = -1;
    private static final short END = -1;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Receiver receiver;
    private final byte[] bytes = new byte[CAPACITY];
    private int at;

    /** Takes the pieces in order; must not keep the array. */
    @FunctionalInterface
    interface Receiver {
        void take(byte[] bytes, int offset, int length) throws SQLException;
    }

    CopyBuffer(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Begins the stream. */
    void begin() throws SQLException {
        raw(SIGNATURE, 0, SIGNATURE.length);
        int32(0);
        int32(0);
    }

    void beginRow(int fields) throws SQLException {
        int16((short) fields);
    }

    void nothing() throws SQLException {
        int32(NULL);
    }

    /** A field of one byte. */
    void byteField(int value) throws SQLException {
        int32(1);
        oneByte(value);
    }

    /** A field of two bytes. */
    void shortField(short value) throws SQLException {
        int32(Short.BYTES);
        int16(value);
    }

    /** A field of four bytes. */
    void intField(int value) throws SQLException {
        int32(Integer.BYTES);
        int32(value);
    }

    /** A field of eight bytes. */
    void longField(long value) throws SQLException {
        room(Integer.BYTES + Long.BYTES);
        INT.set(bytes, at, Long.BYTES);
        LONG.set(bytes, at + Integer.BYTES, value);
        at += Integer.BYTES + Long.BYTES;
    }

    /** A field with these bytes. */
    void bytesField(byte[] source, int start, int length) throws SQLException {
        int32(length);
        raw(source, start, length);
    }

    void oneByte(int value) throws SQLException {
        room(1);
        bytes[at++] = (byte) value;
    }

    void int16(short value) throws SQLException {
        room(Short.BYTES);
        SHORT.set(bytes, at, value);
        at += Short.BYTES;
    }

    void int32(int value) throws SQLException {
        room(Integer.BYTES);
        INT.set(bytes, at, value);
        at += Integer.BYTES;
    }

    void raw(byte[] source, int start, int length) throws SQLException {
        if (length > CAPACITY - at) {
            flush();
        }
        if (length > CAPACITY) {
            receiver.take(source, start, length);
        } else {
            System.arraycopy(source, start, bytes, at, length);
            at += length;
        }
    }

    /** Ends the stream, and sends what is left. */
    void end() throws SQLException {
        int16(END);
        flush();
    }

    private void room(int needed) throws SQLException {
        if (CAPACITY - at < needed) {
            flush();
        }
    }

    private void flush() throws SQLException {
        receiver.take(bytes, 0, at);
        at = 0;
    }
}
