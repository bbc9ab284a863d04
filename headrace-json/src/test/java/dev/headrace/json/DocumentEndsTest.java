package dev.headrace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentEndsTest {

    private static final List<String> DATA = List.of("data");
    private static final List<String> AB = List.of("a", "b");

    /** More than is looked at from either side. */
    private static final String LONG = '"' + "x".repeat(20_000) + '"';

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[1]}",
                "{\"data\":[{\"a\":\"]}\"}],\"next\":\"b\",\"more\":true}",
                " {\"page\" : 1, \"data\" : [ [1] ] , \"links\" : {\"next\" : \"/a?b=\\\"c\\\"\", \"l\" : [1,{}]} } \n",
                "{\"data\":[1],\"t\":-1.5e3,\"n\":null,\"f\":false,\"\":{}}",
                "{\"data\":[\"\\\\\"],\"back\\\\\":\"slash\\\\\\\"\"}"
            })
    void showsAllThatStandsAroundTheList(String text) {
        JsonObject whole = (JsonObject) JsonTree.parse(text);
        DocumentEnds ends = ends(text).orElseThrow();

        assertThat(texts(ends.document()))
                .isEqualTo(whole.members().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                member -> member.getKey().equals("data")
                                        ? "[]"
                                        : member.getValue().source())));
        assertThat(text.substring(ends.listStart()))
                .startsWith(Objects.requireNonNull(whole.member("data")).source());
    }

    @Test
    void aMemberBehindOneThatIsTooLongToBePassedIsMissing() {
        assertThat(texts(ends("{\"data\":[1],\"next\":1,\"included\":[" + LONG + "],\"page\":2}")
                        .orElseThrow()
                        .document()))
                .isEqualTo(Map.of("data", "[]", "page", "2"));
    }

    @Test
    void aListThatIsTheDocumentHasNothingAroundIt() {
        DocumentEnds ends = DocumentEnds.around(" [ [],[] ] ".getBytes(UTF_8), 0, 11, List.of())
                .orElseThrow();

        assertThat(ends.document().source()).isEqualTo("[]");
        assertThat(List.of(ends.listStart(), ends.listEnd())).containsExactly(1, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[]}",
                "{\"data\":[ ] ,\"next\":1}",
                "{\"data\":{\"a\":1}}",
                "{\"data\":null}",
                "{\"other\":[1]}",
                "[1]",
                "1",
                "",
                "{\"data\":[1]",
                "{\"data\":[1],\"next\":}",
                "{\"data\":[{\"id\":1},{\"id\":2,\"next\":\"/x\"}",
                "{\"data\":[{\"tags\":[1],\"next\":\"/x\"}",
                "{\"data\":[{\"id\":1},{\"tags\":[1],\"next\":\"/x\",\"id\":2}",
                "{\"data\":[1],next:1}",
                "{\"data\":[1],\"data\":[]}",
                "{\"data\":[1],\"data\":[2]}"
            })
    void nothingIsFoundWhereTheListIsMissingOrEmptyOrNotForCertain(String text) {
        assertThat(ends(text)).isEmpty();
    }

    @Test
    void aListFarFromTheStartIsNotLookedFor() {
        assertThat(ends("{\"included\":" + LONG + ",\"data\":[1]}")).isEmpty();
    }

    @Test
    void aListWithinObjectsHasTheMembersAroundItBeforeItAndThoseOfTheDocumentBehindIt() {
        String text = " {\"page\":1,\"_embedded\":{\"n\":2, \"in\":{\"items\":[{\"a\":\"]}\"}],\"next\":\"x\"}},"
                + "\"_links\":{\"next\":\"/b\"} }";
        DocumentEnds ends = ends(text, List.of("_embedded", "in", "items")).orElseThrow();

        assertThat(texts(ends.document()))
                .isEqualTo(Map.of(
                        "page", "1", "_embedded", "{\"n\":2, \"in\":{\"items\":[]}}", "_links", "{\"next\":\"/b\"}"));
        assertThat(text.substring(ends.listStart())).startsWith("[{\"a\"");
        assertThat(text.substring(ends.listEnd())).startsWith(",\"next\":\"x\"}}");
    }

    @Test
    void membersOfAnObjectThatIsTooLongToBePassedAreNotTakenForThoseOfTheOneAroundTheList() {
        assertThat(texts(ends(
                                "{\"a\":{\"b\":[1]},\"next\":1,\"facets\":{\"f\":[" + LONG
                                        + "],\"next\":2},\"page\":3}",
                                AB)
                        .orElseThrow()
                        .document()))
                .isEqualTo(Map.of("a", "{\"b\":[]}", "page", "3"));
    }

    @Test
    void aMemberThatIsTooLongToBePassedAndNoListIsNotTakenForTheListsEnd() {
        assertThat(ends("{\"data\":[1],\"text\":" + LONG + "}")).isEmpty();
        assertThat(ends("{\"a\":{\"b\":[1],\"text\":" + LONG + "}}", AB)).isEmpty();
        assertThat(ends("{\"a\":{\"b\":[1]},\"next\":{\"text\":" + LONG + "}}", AB))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"time\":1", ",\"time\":[2],\"n\":{\"b\":[3]}"})
    void theListEndsWhereItDoesWhateverFollowsItInTheObjectsAroundIt(String following) {
        String text = "{\"a\":{\"b\":[{\"id\":[1]}]" + following + "} " + following + "}";
        DocumentEnds ends = ends(text, AB).orElseThrow();

        assertThat(between(text, ends)).isEqualTo("[{\"id\":[1]}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"b\":[]}}",
                "{\"a\":{\"b\":{\"c\":1}}}",
                "{\"a\":[{\"b\":[1]}]}",
                "{\"a\":[1],\"b\":[1]}",
                "{\"b\":[1],\"a\":{\"c\":1}}",
                "{\"a\":{\"b\":[1],\"next\":1}",
                "{\"a\":{\"b\":[1]}",
                "{\"a\":{\"b\":[1]},\"a\":{\"b\":[2]}}",
                "{\"a\":{\"b\":[1],\"b\":[2]}}",
                "{\"a\":{\"b\":[1],\"b\":2,\"c\":3},\"d\":4}",
                "{\"a\":{\"b\":[1],\"\\u0062\":[2]}}",
                "{\"a\":{\"b\":[{\"id\":1},{\"in\":{},\"next\":\"/x\"}"
            })
    void noListIsFoundWithinObjectsWhereItIsMissingOrEmptyOrNotForCertain(String text) {
        assertThat(ends(text, AB)).isEmpty();
    }

    @Test
    void whatIsFoundAroundAListWithinAnObjectIsWhatReadingForwardsFinds() {
        Random random = new Random(8);
        for (int i = 0; i < 3000; i++) {
            String list = '[' + value(random) + ']';
            String text = "{" + members(random, "h") + "\"a\":{" + members(random, "i") + "\"b\":" + list + tail(random)
                    + "}" + tail(random) + "}";
            Map<String, String> whole = texts(JsonTree.parse(text));
            DocumentEnds ends = ends(text, AB).orElseThrow();
            Map<String, String> found = texts(ends.document());

            assertThat(between(text, ends)).isEqualTo(list);
            assertThat(found.keySet()).as(text).isEqualTo(whole.keySet());
            Map<String, String> within = texts(JsonTree.parse(Objects.requireNonNull(found.remove("a"))));
            assertThat(within.remove("b")).isEqualTo("[]");
            assertThat(texts(JsonTree.parse(Objects.requireNonNull(whole.get("a")))))
                    .as(text)
                    .containsAllEntriesOf(within);
            assertThat(whole).as(text).containsAllEntriesOf(found);
        }
    }

    @Test
    void whatIsFoundIsWhatReadingForwardsFinds() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            String list = '[' + value(random) + ']';
            String text = "{" + members(random, "h") + "\"data\":" + list + tail(random) + "}";
            Map<String, String> whole = texts(JsonTree.parse(text));
            DocumentEnds ends = ends(text).orElseThrow();

            assertThat(between(text, ends)).isEqualTo(list);
            Map<String, String> found = texts(ends.document());
            assertThat(found.keySet()).as(text).isEqualTo(whole.keySet());
            assertThat(found.remove("data")).isEqualTo("[]");
            assertThat(whole).containsAllEntriesOf(found);
        }
    }

    /** What is taken for the list. */
    private static String between(String text, DocumentEnds ends) {
        return new String(text.getBytes(UTF_8), ends.listStart(), ends.listEnd() - ends.listStart(), UTF_8);
    }

    private static String members(Random random, String prefix) {
        StringBuilder members = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            members.append('"')
                    .append(prefix)
                    .append(i)
                    .append("\\\\\\\"\":")
                    .append(value(random))
                    .append(',');
        }
        return members.toString();
    }

    private static String tail(Random random) {
        String members = members(random, "t");
        return members.isEmpty() ? "" : ',' + members.substring(0, members.length() - 1);
    }

    private static String value(Random random) {
        return new String(new RandomJson(random).text(), UTF_8);
    }

    private static Optional<DocumentEnds> ends(String text) {
        return ends(text, DATA);
    }

    private static Optional<DocumentEnds> ends(String text, List<String> path) {
        byte[] bytes = (text + "garbage").getBytes(UTF_8);
        return DocumentEnds.around(bytes, 0, bytes.length - "garbage".length(), path);
    }

    private static Map<String, String> texts(JsonValue document) {
        return ((JsonObject) document)
                .members().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, member -> member.getValue().source()));
    }
}
