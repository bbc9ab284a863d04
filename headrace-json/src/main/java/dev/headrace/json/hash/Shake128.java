package dev.headrace.json.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * SHAKE128, the extendable-output function of FIPS 202: any number of bytes in, any number of bytes out. The JDK has the
 * SHA-3 functions of fixed length only.
 *
 * <p>An object may be used again and again, one digest after the other; it belongs to one thread.
 */
public final class Shake128 {

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int RATE = 168;
    private static final int LANES = RATE / Long.BYTES;
    private static final byte DOMAIN = 0x1F;

    private final long[] state = new long[25];
    private final long[] scratch = new long[25];
    private final byte[] block = new byte[RATE];
    private int filled;

    /** The first {@code length} bytes of the output for {@code input}. */
    public static byte[] digest(byte[] input, int length) {
        Shake128 shake = new Shake128();
        shake.update(input, 0, input.length);
        byte[] output = new byte[length];
        shake.finish(output, 0, length);
        return output;
    }

    /** Takes in more bytes. */
    public void update(byte[] input, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int step = Math.min(left, RATE - filled);
            System.arraycopy(input, from, block, filled, step);
            filled += step;
            from += step;
            left -= step;
            if (filled == RATE) {
                absorb();
            }
        }
    }

    /** Takes in one more byte. */
    public void update(byte input) {
        block[filled++] = input;
        if (filled == RATE) {
            absorb();
        }
    }

    /** Writes the output for what was taken in, and begins anew. */
    public void finish(byte[] output, int offset, int length) {
        Arrays.fill(block, filled, RATE, (byte) 0);
        block[filled] = DOMAIN;
        block[RATE - 1] |= (byte) 0x80;
        absorb();
        for (int i = 0; i < length; i++) {
            int at = i % RATE;
            if (i > 0 && at == 0) {
                Keccak.permute(state, scratch);
            }
            output[offset + i] = (byte) (state[at >>> 3] >>> ((at & 7) << 3));
        }
        Arrays.fill(state, 0);
    }

    private void absorb() {
        for (int lane = 0; lane < LANES; lane++) {
            state[lane] ^= (long) LITTLE_ENDIAN.get(block, lane * Long.BYTES);
        }
        Keccak.permute(state, scratch);
        filled = 0;
    }
}
