package dev.headrace.engine.identity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Draws from the system's secure source. Slow; for the few bits that everything else is counted on from. */
final class SystemRandom {

    private static final Path SYSTEM_SOURCE = Path.of("/dev/urandom");

    private SystemRandom() {}

    static long next() {
        return ByteBuffer.wrap(bytes(Long.BYTES)).getLong();
    }

    /** Straight from the system where that is possible: loading the JDK's security providers takes a tenth of a second. */
    private static byte[] bytes(int length) {
        try (InputStream system = Files.newInputStream(SYSTEM_SOURCE)) {
            byte[] drawn = system.readNBytes(length);
            return drawn.length == length ? drawn : secureBytes(length);
        } catch (IOException e) {
            return secureBytes(length);
        }
    }

    private static byte[] secureBytes(int length) {
        byte[] drawn = new byte[length];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }
}
