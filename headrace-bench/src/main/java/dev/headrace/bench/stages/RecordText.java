package dev.headrace.bench.stages;

import java.time.Instant;
import java.util.SplittableRandom;

/** Records in JSON in the making, with values that follow from a seed. Names and texts are written as they are: no escapes. */
final class RecordText {

    private static final long ORIGIN = 1_600_000_000L;
    private static final String[] PLAIN = {
        "alpha", "harbour", "meeting", "quarter", "north", "ledger", "of", "the", "42"
    };
    private static final String[] FOREIGN = {"Привет", "überfällig", "東京都", "ελληνικά", "naïve", "한국어", "🚢🌊", "عربي"};

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    RecordText(long seed) {
        this.random = new SplittableRandom(seed);
    }

    SplittableRandom random() {
        return random;
    }

    int length() {
        return text.length();
    }

    /** What was written since the last time. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        first = true;
        return taken;
    }

    void open(char bracket) {
        separate();
        text.append(bracket);
        first = true;
    }

    void close(char bracket) {
        text.append(bracket);
        first = false;
    }

    /** Begins a member; its value follows. */
    void key(String name) {
        separate();
        text.append('"').append(name).append("\":");
        first = true;
    }

    /** A value whose kind follows from a number: texts, whole numbers, fractions, times, truth values, texts ... */
    void value(int kind) {
        switch (kind % 6) {
            case 1 -> whole();
            case 2 -> fraction();
            case 3 -> time();
            case 4 -> truth();
            default -> words(2);
        }
    }

    private void whole() {
        separate();
        text.append(random.nextInt(1_000_000));
    }

    private void fraction() {
        separate();
        text.append(random.nextInt(1000)).append('.').append(10 + random.nextInt(90));
    }

    private void time() {
        separate();
        text.append('"')
                .append(Instant.ofEpochSecond(ORIGIN + random.nextInt(1 << 26)))
                .append('"');
    }

    private void truth() {
        separate();
        text.append(random.nextBoolean());
    }

    void words(int count) {
        text(count, PLAIN);
    }

    /** Words of which few are ASCII, in UTF-8 and not escaped. */
    void foreignWords(int count) {
        text(count, FOREIGN);
    }

    private void text(int count, String[] words) {
        separate();
        text.append('"');
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
        }
        text.append('"');
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }
}
