package dev.headrace.rest.pem;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Puts keys of older formats into the envelope of PKCS#8 (RFC 5208), in the encoding rules of ASN.1. */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int PARAMETERS = 0xa0;
    private static final int LONG_LENGTH = 0x80;
    private static final byte[] VERSION = element(INTEGER, new byte[] {0});
    /** 1.2.840.113549.1.1.1 with empty parameters. */
    private static final byte[] RSA = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    /** 1.2.840.10045.2.1. */
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private Der() {}

    static byte[] wrappedRsaKey(byte[] key) {
        return element(SEQUENCE, join(VERSION, element(SEQUENCE, RSA), element(OCTETS, key)));
    }

    /** The curve stands in the key, under the tag [0], and belongs beside it in the envelope. */
    static byte[] wrappedEcKey(byte[] key) throws UnusablePemException {
        byte[] algorithm = element(SEQUENCE, join(EC, curve(key)));
        return element(SEQUENCE, join(VERSION, algorithm, element(OCTETS, key)));
    }

    private static byte[] curve(byte[] key) throws UnusablePemException {
        try {
            int at = contentStart(key, 0);
            while (at < key.length) {
                int start = contentStart(key, at);
                int end = start + length(key, at);
                if ((key[at] & 0xff) == PARAMETERS) {
                    return Arrays.copyOfRange(key, start, end);
                }
                at = end;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new UnusablePemException("it is damaged", e);
        }
        throw new UnusablePemException("it does not name its curve; convert it with: openssl pkcs8 -topk8 -nocrypt");
    }

    private static int contentStart(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < LONG_LENGTH ? 0 : first - LONG_LENGTH);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < LONG_LENGTH) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < first - LONG_LENGTH; i++) {
            length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < LONG_LENGTH) {
            out.write(content.length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
            out.write(LONG_LENGTH + bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(content.length >> 8 * i);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
