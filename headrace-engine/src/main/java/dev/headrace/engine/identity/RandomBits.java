package dev.headrace.engine.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The generator xoshiro256++ (Blackman and Vigna, 2019), its whole state drawn from the system's secure source. */
final class RandomBits {

    private static final Path SYSTEM_SOURCE = Path.of("/dev/urandom");

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomBits() {
        ByteBuffer words = ByteBuffer.wrap(seed(4 * Long.BYTES));
        s0 = words.getLong();
        s1 = words.getLong();
        s2 = words.getLong();
        // A state of nothing but zeros would never leave zero.
        s3 = words.getLong() | 1;
    }

    /** Straight from the system where that is possible: loading the JDK's security providers takes a tenth of a second. */
    private static byte[] seed(int length) {
        try (InputStream system = Files.newInputStream(SYSTEM_SOURCE)) {
            byte[] seed = system.readNBytes(length);
            return seed.length == length ? seed : secureSeed(length);
        } catch (IOException e) {
            return secureSeed(length);
        }
    }

    private static byte[] secureSeed(int length) {
        byte[] seed = new byte[length];
        new SecureRandom().nextBytes(seed);
        return seed;
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
