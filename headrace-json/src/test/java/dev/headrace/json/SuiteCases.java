package dev.headrace.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON texts of {@code json-suite/cases.txt} with their verdicts. */
final class SuiteCases {

    private static final Path FILE = Path.of("src/test/resources/json-suite/cases.txt");

    /** @param verdict y accepted, n refused, i accepted here */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Case(char verdict, String written, byte[] text) {
        boolean accepted() {
            return verdict != 'n';
        }

        @Override
        public String toString() {
            return verdict + " " + written;
        }
    }

    private SuiteCases() {}

    static List<Case> all() {
        try {
            return Files.readAllLines(FILE).stream()
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
