package dev.headrace.rest.pem;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM text.
 *
 * @param label what stands behind {@code BEGIN}
 * @param encrypted whether headers say so, as the old formats of OpenSSL do
 */
@SuppressWarnings("ArrayRecordComponent") // read once; compared by nobody
record PemBlock(String label, boolean encrypted, byte[] der) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z-]+:.*$");

    /** All blocks in order. Line breaks may be written as {@code \n}, as they are in environment variables and JSON. */
    static List<PemBlock> all(String text) throws UnusablePemException {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text.replace("\\r", "").replace("\\n", "\n"));
        while (matcher.find()) {
            String content = matcher.group(2);
            boolean encrypted = content.contains("Proc-Type:") && content.contains("ENCRYPTED");
            blocks.add(new PemBlock(
                    matcher.group(1), encrypted, decoded(HEADER.matcher(content).replaceAll(""))));
        }
        return blocks;
    }

    private static byte[] decoded(String base64) throws UnusablePemException {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s+", ""));
        } catch (IllegalArgumentException e) {
            throw new UnusablePemException("what stands between its BEGIN and END is no Base64");
        }
    }

    /** Shows no content. */
    @Override
    public String toString() {
        return label;
    }
}
