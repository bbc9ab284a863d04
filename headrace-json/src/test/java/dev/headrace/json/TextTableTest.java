package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextTableTest {
    static Stream<Arguments> texts() {
        try (var stream = Objects.requireNonNull(TextTableTest.class.getResourceAsStream("texts.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arguments.of(line.substring(0, 6), line.substring(7)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void acceptsWhatIsJsonAndNothingElse(String expectation, String text) {
        byte[] bytes = bytes(text);
        boolean accept = expectation.equals("accept");
        assertThat(Scans.accepts(bytes)).isEqualTo(accept);
        assertThat(Scans.parses(bytes)).isEqualTo(accept);
        assertThat(Scans.accepts(within("{\"key\":\"value\",\"other\":", bytes, "}")))
                .isEqualTo(accept && bytes[0] != (byte) 0xef);
    }

    private static byte[] within(String before, byte[] text, String after) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        joined.writeBytes(text);
        joined.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return joined.toByteArray();
    }

    private static byte[] bytes(String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < source.length; at++) {
            if (source[at] == '%') {
                bytes.write(Integer.parseInt(new String(source, at + 1, 2, StandardCharsets.US_ASCII), 16));
                at += 2;
            } else {
                bytes.write(source[at]);
            }
        }
        return bytes.toByteArray();
    }
}
