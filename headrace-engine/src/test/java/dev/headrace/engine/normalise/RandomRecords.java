package dev.headrace.engine.normalise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes records of few keys, so that keys collide, repeat, change their types and go missing. */
final class RandomRecords {

    /** Stands for null, which collections do not take. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final List<String> KEYS = List.of("a", "b", "A", "cC", "c_c", "a__b");

    /** Members of an object as they are written: a key may be there twice. */
    record Members(List<Map.Entry<String, Object>> entries) {}

    private RandomRecords() {}

    /** Records as {@link Members}, lists and scalars. */
    static Arbitrary<List<Object>> lists() {
        Arbitrary<Object> record = Arbitraries.frequency(tuple(9, true), tuple(1, false))
                .flatMap(isObject -> isObject ? object(3) : value(2));
        return record.list().ofMinSize(1).ofMaxSize(8);
    }

    private static Arbitrary<Object> value(int depth) {
        if (depth == 0) {
            return scalar();
        }
        return Arbitraries.frequencyOf(tuple(4, scalar()), tuple(2, object(depth - 1)), tuple(1, list(depth - 1)));
    }

    private static Arbitrary<Object> scalar() {
        return Arbitraries.of(-2L, 0L, 1L, 2L, "foo", "bär", "x\"y\n", true, false, NULL);
    }

    private static Arbitrary<Object> list(int depth) {
        return value(depth).list().ofMaxSize(3).map(elements -> elements);
    }

    private static Arbitrary<Object> object(int depth) {
        Arbitrary<Map.Entry<String, Object>> member =
                Combinators.combine(Arbitraries.of(KEYS), value(depth)).as(Map::entry);
        return member.list().ofMaxSize(5).map(Members::new);
    }

    private static <T> Tuple.Tuple2<Integer, T> tuple(int weight, T choice) {
        return Tuple.of(weight, choice);
    }

    /** The value with objects as maps: of equal keys the last value counts, at the first place. */
    static Object asMaps(Object value) {
        if (value instanceof Members members) {
            Map<String, Object> map = new LinkedHashMap<>();
            members.entries().forEach(entry -> map.put(entry.getKey(), asMaps(entry.getValue())));
            return map;
        }
        return value instanceof List<?> list
                ? list.stream().map(RandomRecords::asMaps).toList()
                : value;
    }

    /** The value as JSON, with some white space. */
    static String json(Object value) {
        if (value instanceof Members members) {
            StringJoiner text = new StringJoiner(", ", "{", "}");
            members.entries()
                    .forEach(entry -> text.add(JsonText.quoted(entry.getKey()) + ":" + json(entry.getValue())));
            return text.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner text = new StringJoiner(" ,", "[", "]");
            list.forEach(element -> text.add(json(element)));
            return text.toString();
        }
        return value instanceof String text ? JsonText.quoted(text) : value.toString();
    }
}
