package dev.headrace.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random texts and random damage to them, read by this scanner and by Jackson. */
class JacksonComparisonTest {

    @Property(tries = 2000)
    void readsTheSameValuesAsJackson(@ForAll long seed) {
        byte[] text = new RandomJson(new Random(seed)).text();
        assertThat(Scans.accepts(text)).isTrue();
        assertThat(new JacksonReading(true, JsonTree.parse(text, 0, text.length).toJava()))
                .isEqualTo(jackson(text));
    }

    @Property(tries = 20_000)
    void acceptsDamagedTextsExactlyWhenJacksonDoes(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] text = RandomJson.damaged(new RandomJson(random).text(), random);
        JacksonReading expected = jackson(text);
        assertThat(Scans.accepts(text))
                .as(() -> new String(text, StandardCharsets.ISO_8859_1))
                .isEqualTo(expected.accepted());
        assertThat(Scans.parses(text)).isEqualTo(expected.accepted());
        if (expected.accepted()) {
            assertThat(JsonTree.parse(text, 0, text.length).toJava()).isEqualTo(expected.value());
        }
    }

    @Property(tries = 2000)
    void skimsAnArrayToWhereItEnds(@ForAll long seed) {
        RandomJson random = new RandomJson(new Random(seed));
        String element = new String(random.text(), StandardCharsets.UTF_8);
        int count = (int) (seed & 3);
        String array = "[ " + String.join(" ,", Collections.nCopies(count, element)) + "\n]";
        byte[] text = (array + " ,\"]\"").getBytes(StandardCharsets.UTF_8);
        JsonScanner scanner = Scans.of(text);
        assertThat(scanner.skimArray()).isEqualTo(count);
        assertThat(scanner.position()).isEqualTo(array.getBytes(StandardCharsets.UTF_8).length);
    }

    /** What Jackson makes of it; a text that both are known to read in different ways is passed over. */
    private static JacksonReading jackson(byte[] text) {
        Optional<JacksonReading> reading = JacksonReading.of(text);
        Assume.that(reading.isPresent());
        return reading.orElseThrow();
    }
}
