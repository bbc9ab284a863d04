package dev.headrace.engine.identity;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** The generator xoshiro256++ (Blackman and Vigna, 2019), its whole state drawn from the system's secure source. */
final class RandomBits {

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomBits() {
        byte[] seed = new byte[4 * Long.BYTES];
        new SecureRandom().nextBytes(seed);
        ByteBuffer words = ByteBuffer.wrap(seed);
        s0 = words.getLong();
        s1 = words.getLong();
        s2 = words.getLong();
        // A state of nothing but zeros would never leave zero.
        s3 = words.getLong() | 1;
    }

    long next() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }
}
