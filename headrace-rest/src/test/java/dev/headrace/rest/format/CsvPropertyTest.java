package dev.headrace.rest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonTree;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever texts a table has, they arrive. */
class CsvPropertyTest {

    private static final int LONGER_THAN_USUAL_ROWS = 3000;

    @Property(tries = 300)
    void everyFieldArrivesInItsColumn(@ForAll("tables") List<List<@Nullable String>> rows) {
        int width = rows.get(0).size();
        List<String> header =
                IntStream.range(0, width).mapToObj(column -> "ü" + column).toList();
        StringBuilder csv = new StringBuilder(String.join(",", header));
        List<Map<String, @Nullable String>> expected = new ArrayList<>();
        for (List<@Nullable String> row : rows) {
            csv.append("\r\n").append(row.stream().map(CsvPropertyTest::field).collect(Collectors.joining(",")));
            Map<String, @Nullable String> object = new LinkedHashMap<>();
            IntStream.range(0, width).forEach(column -> object.put(header.get(column), row.get(column)));
            expected.add(object);
        }

        assertThat(read(csv.toString())).isEqualTo(expected);
    }

    private static String field(@Nullable String text) {
        return text == null ? "" : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static @Nullable Object read(String csv) {
        byte[] body = csv.getBytes(StandardCharsets.UTF_8);
        JsonBody json = CsvFormat.ofCommas()
                .toJson(new HttpResponse(200, "", Headers.none(), body, body.length, "https://h/x"));
        return JsonTree.parse(json.bytes(), json.start(), json.end()).toJava();
    }

    /** Two columns or more: a row of one column without a text is an empty line. */
    @Provide
    Arbitrary<List<List<@Nullable String>>> tables() {
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\n', '\r', '"', ',', '\\', '\t', '\u0001', '\u007f', '\u0080', 'é', '\u07ff', '\u0800', '€')
                .ofMaxLength(12);
        Arbitrary<@Nullable String> field = Arbitraries.frequencyOf(
                Tuple.of(12, text),
                Tuple.of(3, text.map(before -> before + "😀")),
                Tuple.of(1, text.map(before -> before.repeat(LONGER_THAN_USUAL_ROWS / 6))),
                Tuple.of(3, Arbitraries.just(null)));
        return Arbitraries.integers()
                .between(2, 80)
                .flatMap(width -> field.list().ofSize(width).list().ofMinSize(1).ofMaxSize(4));
    }
}
