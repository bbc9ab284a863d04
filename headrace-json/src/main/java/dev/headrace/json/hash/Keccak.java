package dev.headrace.json.hash;

/** The permutation Keccak-f[1600] of FIPS 202, section 3: 24 rounds on 25 lanes, lane (x, y) at index x + 5y. */
final class Keccak {

    private static final int ROUNDS = 24;
    private static final long[] ROUND_CONSTANTS = roundConstants();

    private Keccak() {}

    /** @param scratch 25 lanes whose content does not matter */
    static void permute(long[] lanes, long[] scratch) {
        for (int round = 0; round < ROUNDS; round++) {
            theta(lanes);
            rhoAndPi(lanes, scratch);
            chi(scratch, lanes);
            lanes[0] ^= ROUND_CONSTANTS[round];
        }
    }

    private static void theta(long[] a) {
        long c0 = a[0] ^ a[5] ^ a[10] ^ a[15] ^ a[20];
        long c1 = a[1] ^ a[6] ^ a[11] ^ a[16] ^ a[21];
        long c2 = a[2] ^ a[7] ^ a[12] ^ a[17] ^ a[22];
        long c3 = a[3] ^ a[8] ^ a[13] ^ a[18] ^ a[23];
        long c4 = a[4] ^ a[9] ^ a[14] ^ a[19] ^ a[24];
        for (int row = 0; row < 25; row += 5) {
            a[row] ^= c4 ^ Long.rotateLeft(c1, 1);
            a[row + 1] ^= c0 ^ Long.rotateLeft(c2, 1);
            a[row + 2] ^= c1 ^ Long.rotateLeft(c3, 1);
            a[row + 3] ^= c2 ^ Long.rotateLeft(c4, 1);
            a[row + 4] ^= c3 ^ Long.rotateLeft(c0, 1);
        }
    }

    /** Rho turns each lane by a triangular number and pi moves it: lane (x, y) comes to (y, 2x + 3y). */
    private static void rhoAndPi(long[] a, long[] b) {
        b[0] = a[0];
        b[1] = Long.rotateLeft(a[6], 44);
        b[2] = Long.rotateLeft(a[12], 43);
        b[3] = Long.rotateLeft(a[18], 21);
        b[4] = Long.rotateLeft(a[24], 14);
        b[5] = Long.rotateLeft(a[3], 28);
        b[6] = Long.rotateLeft(a[9], 20);
        b[7] = Long.rotateLeft(a[10], 3);
        b[8] = Long.rotateLeft(a[16], 45);
        b[9] = Long.rotateLeft(a[22], 61);
        b[10] = Long.rotateLeft(a[1], 1);
        b[11] = Long.rotateLeft(a[7], 6);
        b[12] = Long.rotateLeft(a[13], 25);
        b[13] = Long.rotateLeft(a[19], 8);
        b[14] = Long.rotateLeft(a[20], 18);
        b[15] = Long.rotateLeft(a[4], 27);
        b[16] = Long.rotateLeft(a[5], 36);
        b[17] = Long.rotateLeft(a[11], 10);
        b[18] = Long.rotateLeft(a[17], 15);
        b[19] = Long.rotateLeft(a[23], 56);
        b[20] = Long.rotateLeft(a[2], 62);
        b[21] = Long.rotateLeft(a[8], 55);
        b[22] = Long.rotateLeft(a[14], 39);
        b[23] = Long.rotateLeft(a[15], 41);
        b[24] = Long.rotateLeft(a[21], 2);
    }

    private static void chi(long[] b, long[] a) {
        for (int row = 0; row < 25; row += 5) {
            long b0 = b[row];
            long b1 = b[row + 1];
            long b2 = b[row + 2];
            long b3 = b[row + 3];
            long b4 = b[row + 4];
            a[row] = b0 ^ (~b1 & b2);
            a[row + 1] = b1 ^ (~b2 & b3);
            a[row + 2] = b2 ^ (~b3 & b4);
            a[row + 3] = b3 ^ (~b4 & b0);
            a[row + 4] = b4 ^ (~b0 & b1);
        }
    }

    /** The constants of iota come from a shift register over x^8 + x^6 + x^5 + x^4 + 1 (FIPS 202, algorithm 5). */
    private static long[] roundConstants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int j = 0; j <= 6; j++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << ((1 << j) - 1);
                }
                register <<= 1;
                if ((register & 0x100) != 0) {
                    register ^= 0x171;
                }
            }
        }
        return constants;
    }
}
