package dev.headrace.config.document;

import dev.headrace.ConfigException;
import dev.headrace.config.tree.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a document, and says plainly why that is impossible. */
final class DocumentFile {

    private static final long LARGEST = 10L << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DocumentFile() {}

    static SourceText read(Path file) {
        check(file);
        String text = decode(file, bytes(file));
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw failure(file, "the file is empty. Write a configuration into it");
        }
        return SourceText.of(file.toString(), text);
    }

    private static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw failure(file, "it is a directory. Name a file in it");
        }
        if (!Files.exists(file)) {
            throw failure(
                    file,
                    "no such file. Looked in "
                            + file.toAbsolutePath().normalize().getParent());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw failure(file, "it has more than 10 MB, which is too large for a configuration");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigException("Cannot read the configuration " + file + ": " + e, e);
        }
    }

    private static String decode(Path file, byte[] bytes) {
        if (bytes.length >= 2
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            throw failure(file, "it is UTF-16 text. Save it as UTF-8");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw failure(file, "it is no text: byte " + i + " is zero. Is it the right file?");
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        if (result.isError()) {
            throw notUtf8(file, bytes, input.position());
        }
        return output.flip().toString();
    }

    private static ConfigException notUtf8(Path file, byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return failure(
                file,
                "it is not UTF-8: byte 0x%02X at offset %d, in line %d. Save it as UTF-8"
                        .formatted(bytes[offset] & 0xFF, offset, line));
    }

    private static ConfigException failure(Path file, String reason) {
        return new ConfigException("Cannot read the configuration " + file + ": " + reason);
    }
}
