package dev.headrace.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The JSON texts of {@code json-suite/cases.txt} with their verdicts. */
public final class SuiteCases {

    private static final String FILE = "/json-suite/cases.txt";

    /** @param verdict y accepted, n refused, i accepted here */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Case(char verdict, String written, byte[] text) {
        public boolean accepted() {
            return verdict != 'n';
        }

        @Override
        public String toString() {
            return verdict + " " + written;
        }
    }

    private SuiteCases() {}

    public static List<Case> all() {
        try (InputStream file = Objects.requireNonNull(SuiteCases.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.charAt(0) + line.substring(3, line.length() - 1))
                    .map(line -> new Case(line.charAt(0), line.substring(1), bytes(line.substring(1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String written) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < written.length()) {
            char next = written.charAt(at);
            char kind = next == '\\' ? written.charAt(at + 1) : ' ';
            if (kind == 'x') {
                bytes.write(Integer.parseInt(written.substring(at + 2, at + 4), 16));
                at += 4;
            } else if (kind == '*') {
                int open = written.indexOf('<', at);
                int close = written.indexOf('>', open);
                String repeated = written.substring(open + 1, close).repeat(count(written, at + 2, open));
                bytes.writeBytes(repeated.getBytes(StandardCharsets.US_ASCII));
                at = close + 1;
            } else {
                bytes.write(next);
                at += next == '\\' ? 2 : 1;
            }
        }
        return bytes.toByteArray();
    }

    private static int count(String written, int start, int end) {
        return Integer.parseInt(written.substring(start, end));
    }
}
