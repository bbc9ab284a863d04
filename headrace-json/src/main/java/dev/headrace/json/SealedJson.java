package dev.headrace.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** A JSON object with a checksum as its first member, so that no other text is taken for it. */
public final class SealedJson {

    private static final String BEGIN = "{\"crc\":\"";
    private static final int DIGITS = 8;
    private static final String END = "\",";

    private SealedJson() {}

    /**
     * The object with its checksum.
     *
     * @param json an object with members
     */
    public static String seal(String json) {
        return BEGIN + checksum(json) + END + json.substring(1);
    }

    /**
     * The object without its checksum.
     *
     * @throws IllegalArgumentException when it is not as it was sealed
     */
    public static String open(String sealed) {
        int begin = BEGIN.length() + DIGITS + END.length();
        if (sealed.length() > begin && sealed.startsWith(BEGIN)) {
            String json = "{" + sealed.substring(begin);
            if (seal(json).equals(sealed)) {
                return json;
            }
        }
        throw new IllegalArgumentException("its checksum is another");
    }

    private static String checksum(String json) {
        CRC32 checksum = new CRC32();
        checksum.update(json.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }
}
