package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random texts, texts of the suite and of the corpus, and random damage to all of them, read here and by Jackson. For as long
 * as {@code -Dheadrace.fuzz.seconds} says (2 by default); {@code bench/fuzz} sets it, and {@code -Dheadrace.fuzz.seed} begins
 * as an earlier run did. What makes a difference is kept in the corpus.
 */
class JsonFuzzTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz-corpus");
    private static final int ROUNDS_PER_LOOK = 256;

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void readsWhatOnceMadeADifferenceAsJacksonDoes(Path file) throws IOException {
        assertThat(difference(Files.readAllBytes(file))).isEmpty();
    }

    @Test
    void readsRandomTextsAsJacksonDoes() throws IOException {
        long seed = Long.getLong("headrace.fuzz.seed", System.nanoTime());
        Duration time = Duration.ofSeconds(Long.getLong("headrace.fuzz.seconds", 2));
        Random random = new Random(seed);
        List<byte[]> seeds = seeds();
        long end = System.nanoTime() + time.toNanos();
        long texts = 0;
        List<String> differences = new ArrayList<>();
        while (System.nanoTime() < end && differences.isEmpty()) {
            for (int i = 0; i < ROUNDS_PER_LOOK; i++, texts++) {
                byte[] text = next(random, seeds);
                Optional<String> difference = difference(text);
                if (difference.isPresent()) {
                    differences.add(difference.get() + ", kept as " + keep(text));
                }
            }
        }
        System.out.println("fuzz: seed " + seed + ", " + time.toSeconds() + " s, " + texts + " texts, "
                + differences.size() + " differences");
        assertThat(differences).as("seed %d", seed).isEmpty();
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        SuiteCases.all().stream()
                .map(SuiteCases.Case::text)
                .filter(text -> text.length < 2000)
                .forEach(seeds::add);
        for (Path file : corpus()) {
            seeds.add(Files.readAllBytes(file));
        }
        return seeds;
    }

    private static byte[] next(Random random, List<byte[]> seeds) {
        byte[] text = random.nextInt(3) == 0 ? seeds.get(random.nextInt(seeds.size())) : new RandomJson(random).text();
        byte[] damaged = random.nextInt(4) == 0 ? text : RandomJson.damaged(text, random);
        return random.nextInt(8) == 0 ? joined(damaged, new RandomJson(random).text()) : damaged;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        String list = '['
                + new String(first, StandardCharsets.ISO_8859_1)
                + ','
                + new String(second, StandardCharsets.ISO_8859_1)
                + ']';
        return list.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String keep(byte[] text) throws IOException {
        String name = Integer.toHexString(Arrays.hashCode(text)) + ".json";
        Files.write(CORPUS.resolve(name), text);
        return name;
    }

    /** What is read here in another way than by Jackson; empty where there is no difference but a known one. */
    private static Optional<String> difference(byte[] text) {
        boolean accepted = Scans.accepts(text);
        if (accepted != Scans.parses(text)) {
            return differs(text, "scanner and tree");
        }
        if (accepted && Scans.of(text).peekValue() == JsonScanner.ARRAY && skimmed(text) != elements(text)) {
            return differs(text, "count and tree");
        }
        return JacksonReading.of(text).flatMap(reading -> {
            if (reading.accepted() != accepted) {
                return differs(text, "scanner and Jackson");
            }
            @Nullable
            Object value = accepted ? JsonTree.parse(text, 0, text.length).toJava() : null;
            return Objects.equals(value, reading.value()) ? Optional.empty() : differs(text, "values");
        });
    }

    private static Optional<String> differs(byte[] text, String between) {
        return Optional.of(between + " differ in "
                + HexFormat.of().formatHex(text, 0, Math.min(text.length, 200)) + " ("
                + new String(text, 0, Math.min(text.length, 200), StandardCharsets.UTF_8) + ")");
    }

    private static int skimmed(byte[] text) {
        return Scans.of(text).skimArray();
    }

    private static int elements(byte[] text) {
        return ((JsonArray) JsonTree.parse(text, 0, text.length)).elements().size();
    }
}
