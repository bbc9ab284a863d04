package dev.headrace.json.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Shake128Test {

    /** First bytes of SHAKE128("") as NIST publishes them. */
    @Test
    void givesThePublishedOutputForNothing() {
        assertThat(HexFormat.of().formatHex(Shake128.digest(new byte[0], 32)))
                .isEqualTo("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
    }

    /** NIST's example with 1600 bits of 0xA3: more than one block in, more than one block out. */
    @Test
    void givesThePublishedOutputForTwoHundredBytes() {
        byte[] input = new byte[200];
        Arrays.fill(input, (byte) 0xA3);

        byte[] output = Shake128.digest(input, 512);

        assertThat(HexFormat.of().formatHex(output, 0, 16)).isEqualTo("131ab8d2b594946b9c81333f9bb6e0ce");
        assertThat(HexFormat.of().formatHex(output, 496, 512)).isEqualTo("f17d7259ab075216c0699511643b6439");
    }

    @Property
    void doesNotCareHowInputIsCut(@ForAll @Size(max = 700) byte[] input, @ForAll int cut) {
        int at = input.length == 0 ? 0 : Math.floorMod(cut, input.length);
        Shake128 shake = new Shake128();
        for (int i = 0; i < at; i++) {
            shake.update(input[i]);
        }
        shake.update(input, at, input.length - at);
        byte[] output = new byte[400];
        shake.finish(output, 0, output.length);

        assertThat(output).isEqualTo(Shake128.digest(input, 400));
    }

    /** The JDK has SHA3-256 over the same permutation: other rate, other padding, same rounds. */
    @Property(tries = 20)
    void permutesLikeTheJdk(@ForAll @Size(max = 135) byte[] input) throws NoSuchAlgorithmException {
        long[] lanes = new long[25];
        byte[] block = Arrays.copyOf(input, 136);
        block[input.length] = 0x06;
        block[135] |= (byte) 0x80;
        for (int i = 0; i < block.length; i++) {
            lanes[i >>> 3] ^= (block[i] & 0xFFL) << ((i & 7) << 3);
        }
        Keccak.permute(lanes, new long[25]);
        byte[] digest = new byte[32];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (lanes[i >>> 3] >>> ((i & 7) << 3));
        }

        assertThat(digest).isEqualTo(MessageDigest.getInstance("SHA3-256").digest(input));
    }
}
