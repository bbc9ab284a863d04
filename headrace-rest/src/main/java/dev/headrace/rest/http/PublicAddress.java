package dev.headrace.rest.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses that anybody may be asked at from those of this machine, of the network around it and of the cloud it runs
 * in, by the registries of special addresses (RFC 6890, IANA). Of IPv6 only what is assigned as global counts, and where an
 * IPv4 address is embedded, it counts as well.
 */
final class PublicAddress {

    private static final List<Block> PRIVATE_4 = List.of(
            Block.of(0, 8),
            Block.of(10, 8),
            Block.of(100 << 8 | 64, 10),
            Block.of(127, 8),
            Block.of(169 << 8 | 254, 16),
            Block.of(172 << 8 | 16, 12),
            Block.of(192 << 16, 24),
            Block.of(192 << 16 | 2, 24),
            Block.of(192 << 16 | 88 << 8 | 99, 24),
            Block.of(192 << 8 | 168, 16),
            Block.of(198 << 8 | 18, 15),
            Block.of(198 << 16 | 51 << 8 | 100, 24),
            Block.of(203 << 16 | 113, 24),
            Block.of(224, 3),
            // The host of Azure's virtual machines, which looks like any other.
            new Block(168 << 24 | 63 << 16 | 129 << 8 | 16, 32));

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private PublicAddress() {}

    /** The first bits of an IPv4 address. */
    private record Block(int address, int bits) {

        /** @param first the bytes that are not zero, as a number */
        static Block of(int first, int bits) {
            int bytes = first > 0xffff ? 3 : first > 0xff ? 2 : 1;
            return new Block(first << (4 - bytes) * 8, bits);
        }

        boolean has(int other) {
            return bits == 0 || (address ^ other) >>> (32 - bits) == 0;
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int address = word(bytes, at);
        return PRIVATE_4.stream().noneMatch(block -> block.has(address));
    }

    private static boolean isPublic6(byte[] bytes) {
        if (Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)) {
            return isPublic4(bytes, 12);
        }
        int first = word(bytes, 0);
        if (first >>> 29 != 1) {
            return false; // only 2000::/3 is global
        }
        if (first >>> 16 == 0x2002) {
            return isPublic4(bytes, 2); // 6to4
        }
        boolean protocols = first >>> 9 == 0x2001_0000 >>> 9; // 2001::/23, Teredo among them
        boolean documentation = first == 0x2001_0db8 || first >>> 12 == 0x3fff_0;
        // ISATAP: the last four bytes are an IPv4 address
        boolean tunnelled = (word(bytes, 8) & 0xfcffffff) == 0x00005efe;
        return !protocols && !documentation && (!tunnelled || isPublic4(bytes, 12));
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
