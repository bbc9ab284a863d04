package dev.headrace.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.config.json.JsonReader;
import dev.headrace.config.python.PythonReader;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The notation a configuration is written in makes no difference. */
class NotationsPropertyTest {

    @Provide
    Arbitrary<Object> values() {
        return value(3);
    }

    private static Arbitrary<Object> value(int depth) {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("ab Z09_-:#'\"\\{}[],&*!|>%@`~\n\t\r=.\u00e9\u4e2d")
                .withChars(' ', '~')
                .excludeChars('$')
                .ofMaxLength(12);
        Arbitrary<Object> scalar = Arbitraries.oneOf(
                texts.map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.doubles().between(-1e9, 1e9).map(number -> number),
                Arbitraries.of(true, false).map(truth -> truth),
                Arbitraries.of("null", "true", "10", "1.5", "~", "yes", "").map(text -> text));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<Object> inner = value(depth - 1);
        return Arbitraries.oneOf(
                scalar,
                inner.list().ofMaxSize(4).map(list -> list),
                Arbitraries.maps(texts, inner).ofMaxSize(4).map(map -> map));
    }

    private static @Nullable Object plain(Tree tree) {
        return ConfigNodes.of(tree, Lookups.none()).value();
    }

    @Property(tries = 300)
    void everyNotationGivesTheSameValues(@ForAll("values") Object value) {
        Object expected = plain(ConfigNodes.tree(Map.of("k", value), Place.inCode()));
        String json = json(Map.of("k", value), "true", "false");
        assertThat(plain(JsonReader.read(SourceText.of("j", json)))).isEqualTo(expected);
        assertThat(plain(YamlReader.read(SourceText.of("y", json)))).isEqualTo(expected);
        String python = "rest_api_source(" + json(Map.of("k", value), "True", "False") + ")";
        Tree wrapped = PythonReader.find(SourceText.of("p", python))
                .get(0)
                .reading()
                .get()
                .tree();
        assertThat(ConfigNodes.of(wrapped, Lookups.none()).require("source").value())
                .isEqualTo(expected);
    }

    private static String json(Object value, String yes, String no) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted((String) entry.getKey()) + ": " + json(entry.getValue(), yes, no))
                    .collect(Collectors.joining(",\n ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> json(element, yes, no)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Boolean truth) {
            return truth ? yes : no;
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return '"' + escaped + '"';
    }
}
