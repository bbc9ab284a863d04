package dev.headrace.engine.identity;

/** The permutation Keccak-f[1600] of FIPS 202, section 3: 24 rounds on 25 lanes, lane (x, y) at index x + 5y. */
final class Keccak {

    private static final int ROUNDS = 24;
    private static final long[] ROUND_CONSTANTS = roundConstants();
    /** Where pi moves the lane that is taken up next, beginning with lane 1. */
    private static final int[] DESTINATIONS = new int[24];
    /** How far rho turns that lane: the triangular numbers. */
    private static final int[] TURNS = new int[24];

    static {
        int x = 1;
        int y = 0;
        for (int t = 0; t < DESTINATIONS.length; t++) {
            int nextY = (2 * x + 3 * y) % 5;
            x = y;
            y = nextY;
            DESTINATIONS[t] = x + 5 * y;
            TURNS[t] = ((t + 1) * (t + 2) / 2) % 64;
        }
    }

    private Keccak() {}

    static void permute(long[] lanes) {
        for (int round = 0; round < ROUNDS; round++) {
            theta(lanes);
            rhoAndPi(lanes);
            chi(lanes);
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

    private static void rhoAndPi(long[] a) {
        long moving = a[1];
        for (int t = 0; t < DESTINATIONS.length; t++) {
            int to = DESTINATIONS[t];
            long displaced = a[to];
            a[to] = Long.rotateLeft(moving, TURNS[t]);
            moving = displaced;
        }
    }

    private static void chi(long[] a) {
        for (int row = 0; row < 25; row += 5) {
            long a0 = a[row];
            long a1 = a[row + 1];
            long a2 = a[row + 2];
            long a3 = a[row + 3];
            long a4 = a[row + 4];
            a[row] = a0 ^ (~a1 & a2);
            a[row + 1] = a1 ^ (~a2 & a3);
            a[row + 2] = a2 ^ (~a3 & a4);
            a[row + 3] = a3 ^ (~a4 & a0);
            a[row + 4] = a4 ^ (~a0 & a1);
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
