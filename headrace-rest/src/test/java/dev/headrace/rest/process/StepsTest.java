package dev.headrace.rest.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Secret;
import dev.headrace.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {

    private static List<String> through(StepDefinition step, String... records) {
        List<String> left = new ArrayList<>();
        RecordStep open = step.open();
        for (String record : records) {
            open.accept(JsonTree.parse(record), value -> left.add(value.source()));
        }
        open.endPage();
        return left;
    }

    @Test
    void filtersByAnExpressionAndLeavesRecordsAsTheyWereSent() {
        StepDefinition step = Steps.filter("state != 'spam' and stars > 3");
        assertThat(through(
                        step,
                        "{\"state\": \"ok\",  \"stars\": 4, \"n\": 9007199254740993}",
                        "{\"state\": \"spam\", \"stars\": 9}",
                        "{\"state\": \"ok\", \"stars\": 3}",
                        "{\"stars\": 5}",
                        "{\"state\": null, \"stars\": 5}"))
                .containsExactly(
                        "{\"state\": \"ok\",  \"stars\": 4, \"n\": 9007199254740993}",
                        "{\"state\": null, \"stars\": 5}");
    }

    @Test
    void mapsByAnExpression() {
        assertThat(through(
                        Steps.map("$merge([$, {\"id\": id * 10, \"none\": null}])"),
                        "{\"id\": 1, \"at\": \"é\", \"x\": null, \"big\": 9007199254740993, \"half\": 1.5}"))
                .containsExactly(
                        "{\"id\":10,\"at\":\"é\",\"x\":null,\"big\":9007199254740993,\"half\":1.5,\"none\":null}");
        assertThat(through(Steps.map("missing"), "{\"id\": 1}")).isEmpty();
    }

    @Test
    void putsTheElementsOfAListInThePlaceOfARecord() {
        StepDefinition step = Steps.yieldMap("tags.{\"tag\": $}");
        assertThat(through(step, "{\"tags\": [\"a\", \"b\"]}", "{\"tags\": [\"c\"]}", "{\"tags\": []}", "{}"))
                .containsExactly("{\"tag\":\"a\"}", "{\"tag\":\"b\"}", "{\"tag\":\"c\"}");
    }

    @Test
    void refusesAFilterThatIsNeitherTrueNorFalse() {
        assertThatThrownBy(() -> through(Steps.filter("stars + 1"), "{\"stars\": 4}"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("'stars + 1' gives 5, not true or false");
    }

    @Test
    void endsAnExpressionThatNeverWould() {
        assertThatThrownBy(() -> through(Steps.map("($f := function($x) { $f($x + 1) + 1 }; $f(1))"), "{}"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("failed");
    }

    @Test
    void saysWhereATextIsNoExpression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Steps.filter("a = = b"))
                .withMessageContaining("at character");
    }

    @Test
    void runsFunctionsOfJava() {
        assertThat(through(
                        Steps.filter(record -> Long.valueOf(2).equals(record.get("id"))), "{\"id\": 1}", "{\"id\": 2}"))
                .containsExactly("{\"id\": 2}");
        assertThat(through(
                        Steps.map(record -> {
                            record.put("new", true);
                            return record;
                        }),
                        "{\"id\": 1}"))
                .containsExactly("{\"id\":1,\"new\":true}");
        assertThat(through(Steps.yieldMap(record -> List.of(record, Map.of("id", 7))), "{\"id\": 1}"))
                .containsExactly("{\"id\":1}", "{\"id\":7}");
    }

    @Test
    void renamesDropsAndKeepsFieldsAtTheirPlaces() {
        String record = "{\"a\": 1.10, \"b\": {\"c\": 2, \"d\": 12345678901234567890123}, \"e\": []}";
        Map<String, String> names = new LinkedHashMap<>();
        names.put("a", "first");
        names.put("b.c", "second");
        names.put("missing", "never");
        assertThat(through(Reshape.rename(names), record))
                .containsExactly("{\"first\":1.10,\"b\":{\"second\":2,\"d\":12345678901234567890123},\"e\":[]}");
        assertThat(through(Reshape.exclude(List.of("a", "b.d", "e.x", "zz")), record))
                .containsExactly("{\"b\":{\"c\":2},\"e\":[]}");
        assertThat(through(Reshape.include(List.of("b.d", "e")), record))
                .containsExactly("{\"b\":{\"d\":12345678901234567890123},\"e\":[]}");
        assertThat(through(Reshape.exclude(List.of("a")), "7")).containsExactly("7");
    }

    @Test
    void goesThroughTheElementsOfLists() {
        String record = "{\"tags\": [{\"t\": 1.10, \"u\": 2}, [{\"t\": null}], 7, {\"u\": 3}], \"id\": 1}";
        assertThat(through(Reshape.mask(Map.of("tags.t", new Mask.Redact())), record))
                .containsExactly("{\"tags\":[{\"t\":\"***\",\"u\":2},[{\"t\":null}],7,{\"u\":3}],\"id\":1}");
        assertThat(through(Reshape.exclude(List.of("tags.t")), record))
                .containsExactly("{\"tags\":[{\"u\":2},[{}],7,{\"u\":3}],\"id\":1}");
        assertThat(through(Reshape.include(List.of("tags.t")), record))
                .containsExactly("{\"tags\":[{\"t\":1.10},[{\"t\":null}],{}]}");
        assertThat(through(Reshape.rename(Map.of("tags.t", "x", "tags", "labels")), record))
                .containsExactly("{\"labels\":[{\"x\":1.10,\"u\":2},[{\"x\":null}],7,{\"u\":3}],\"id\":1}");
        assertThat(through(Reshape.add(Map.of("tags.n", 1)), record))
                .containsExactly("{\"tags\":[{\"t\":1.10,\"u\":2,\"n\":1},[{\"t\":null,\"n\":1}],7,{\"u\":3,\"n\":1}]"
                        + ",\"id\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "tags[*].t, tags.t",
        "tags[0], tags",
        "$.a.b, a.b",
        "a['b'].c, a.b.c",
        "a.*.b, a.b",
        "a..b, author.email"
    })
    void refusesPathsOfAnotherKindAndSaysWhatToWrite(String path, String instead) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reshape.mask(Map.of(path, new Mask.Hash())))
                .withMessageContaining("'" + path + "' is no path: write keys separated by dots, such as " + instead);
    }

    @Test
    void renamesAllAtOnce() {
        assertThat(through(
                        Reshape.rename(Map.of("id", "name", "name", "id")), "{\"id\": 1, \"name\": \"a\", \"x\": 2}"))
                .containsExactly("{\"name\":1,\"id\":\"a\",\"x\":2}");
        assertThat(through(Reshape.rename(Map.of("a", "b", "b", "c")), "{\"b\": 2, \"a\": 1}", "{\"a\": 1}"))
                .containsExactly("{\"c\":2,\"b\":1}", "{\"b\":1}");
    }

    @Test
    void losesNoFieldToAnotherOfTheSameName() {
        StepDefinition step = Reshape.rename(Map.of("a", "b"));
        assertThat(through(step, "{\"a\": 1, \"b\": null}", "{\"b\": 2, \"a\": null}"))
                .containsExactly("{\"b\":1}", "{\"b\":2}");
        assertThatThrownBy(() -> through(step, "{\"b\": 2, \"a\": 1}"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("two fields would be named 'b' behind 'rename'");
    }

    @Test
    void masksARecordThatIsNoObjectAsValue() {
        assertThat(through(Reshape.mask(Map.of("value", new Mask.Redact())), "\"a@b\"", "[1]", "{\"value\": 2}"))
                .containsExactly("{\"value\":\"***\"}", "{\"value\":\"***\"}", "{\"value\":\"***\"}");
    }

    @Test
    void masksValuesAndLeavesNullAlone() {
        assertThat(through(
                        Reshape.mask(Map.of("mail", new Mask.Redact())),
                        "{\"mail\": \"a@b\"}",
                        "{\"mail\": null}",
                        "{}"))
                .containsExactly("{\"mail\":\"***\"}", "{\"mail\":null}", "{}");
        // echo -n abc | sha256sum
        assertThat(through(Reshape.mask(Map.of("p.mail", new Mask.Hash())), "{\"p\": {\"mail\": \"abc\"}}"))
                .containsExactly(
                        "{\"p\":{\"mail\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}}");
        // echo -n abc | openssl dgst -sha256 -hmac key
        assertThat(through(
                        Reshape.mask(Map.of("mail", new Mask.KeyedHash(Secret.of("key")))),
                        "{\"mail\": \"abc\"}",
                        "{\"mail\": 12}",
                        "{\"mail\": \"abc\"}"))
                .containsExactly(
                        "{\"mail\":\"9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab\"}",
                        "{\"mail\":\"9dbd4edd16f0ff60d8421dda7a074e4cb0264d29e6fbb51d63d79498fd47c59e\"}",
                        "{\"mail\":\"9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BIGINT | \"12\" | 12",
                "BIGINT | 3.0 | 3",
                "BIGINT | true | 1",
                "DOUBLE | \"1e3\" | 1000.0",
                "BOOL | \"True\" | true",
                "BOOL | 0 | false",
                "TEXT | 12345678901234567890 | \"12345678901234567890\"",
                "TEXT | {\"a\": 1} | \"{\\\"a\\\": 1}\"",
                "TEXT | \"t\" | \"t\"",
            })
    void castsValues(Cast type, String value, String expected) {
        assertThat(through(Reshape.cast(Map.of("v", type)), "{\"v\": " + value + "}"))
                .containsExactly("{\"v\":" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BIGINT | 1.5",
                "BIGINT | \"x\"",
                "DOUBLE | true",
                "BOOL | 2",
                "BIGINT | 1e999999999",
                "DOUBLE | []"
            })
    void refusesToCastWhatDoesNotFit(Cast type, String value) {
        assertThatThrownBy(() -> through(Reshape.cast(Map.of("v", type)), "{\"v\": " + value + "}"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("the value " + value + " of 'v' is no " + type.label());
    }

    @Test
    void addsConstantsAndWhatExpressionsGive() {
        assertThat(through(Reshape.add(Map.of("source", List.of("crm"))), "{\"id\": 1}", "{\"source\": 2, \"id\": 3}"))
                .containsExactly("{\"id\":1,\"source\":[\"crm\"]}", "{\"source\":[\"crm\"],\"id\":3}");
        assertThat(through(Reshape.add("name", "first & ' ' & last"), "{\"first\": \"A\", \"last\": \"B\"}"))
                .containsExactly("{\"first\":\"A\",\"last\":\"B\",\"name\":\"A B\"}");
    }
}
