package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.quarantine.BadRowKind;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.Hints;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageOrigin;
import dev.headrace.source.PageRecords;
import dev.headrace.source.ResourceHints;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private static final ContractMode EVOLVE = ContractMode.EVOLVE;
    private static final ContractMode FREEZE = ContractMode.FREEZE;

    private final CollectedRefusals refused = new CollectedRefusals();
    private final Run first = Run.of(ResourceHints.none())
            .page("[{\"id\":1,\"v\":1,\"l\":[{\"a\":1}]}]")
            .finish();

    @Test
    void aNewColumnThatIsRefusedTakesTheWholeRecord() {
        Run run = first.nextQuarantining(contract(EVOLVE, FREEZE, EVOLVE), refused)
                .page("[{\"id\":2,\"l\":[{\"a\":2}]}, {\"id\":3,\"l\":[{\"a\":3},{\"b\":4}]} ,{\"id\":5}]")
                .finish();

        assertThat(run.tables.values("t", "id")).containsExactly("2", "5");
        assertThat(run.tables.values("t__l", "a")).containsExactly("2");
        assertThat(refused.only().kind()).isEqualTo(BadRowKind.CONTRACT);
        assertThat(refused.only().text()).isEqualTo("{\"id\":3,\"l\":[{\"a\":3},{\"b\":4}]}");
        assertThat(refused.only().table()).isEqualTo("t__l");
        assertThat(refused.only().column()).isEqualTo("b");
        assertThat(refused.only().whole()).isTrue();
        assertThat(refused.only().reason()).contains("columns: freeze");
    }

    @Test
    void aTypeThatIsRefusedTakesTheWholeRecord() {
        Run run = first.nextQuarantining(contract(EVOLVE, EVOLVE, FREEZE), refused)
                .page("[{\"id\":2,\"v\":\"text\"},{\"id\":3,\"v\":3}]")
                .finish();

        assertThat(run.tables.values("t", "id")).containsExactly("3");
        assertThat(refused.only().kind()).isEqualTo(BadRowKind.TYPE);
    }

    @Test
    void aValueThatIsTooLongTakesTheRecord() {
        String longest = "x".repeat(Column.LONGEST_TEXT);
        Run run = Run.quarantining(ResourceHints.none(), refused)
                .page("[{\"id\":1,\"v\":\"" + longest + "\"},{\"id\":2,\"v\":\"" + longest + "x\"},{\"id\":3}]")
                .finish();

        assertThat(run.tables.values("t", "id")).containsExactly("1", "3");
        assertThat(refused.only().column()).isEqualTo("v");
        assertThat(refused.only().reason()).contains("50000001 bytes", "50000000 at most");
    }

    @Test
    void aRecordThatIsTooLongForACloserLookIsRefused() {
        String text = "\"" + "x".repeat(RecordRows.LONGEST_DECIDED / 5) + "\",";
        String page = "[{\"id\":1,\"texts\":[" + text.repeat(5) + "1]}]";

        assertThatThrownBy(() -> Run.of(ResourceHints.none()).page(page))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Cannot write record 1 of table 't': it has 150000");
    }

    @Test
    void aNestedTableThatIsRefusedTakesTheRecordWhileARootTableEndsTheRun() {
        Run run = first.nextQuarantining(contract(FREEZE, EVOLVE, EVOLVE), refused)
                .page("[{\"id\":2,\"m\":[1]},{\"id\":3}]")
                .finish();

        assertThat(run.tables.values("t", "id")).containsExactly("3");
        assertThat(refused.only().table()).isEqualTo("t__m");
        assertThatThrownBy(() -> Run.quarantining(contract(FREEZE, EVOLVE, EVOLVE), refused)
                        .page("[{\"id\":1}]"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Cannot create table 't'");
    }

    @Test
    void aKeyThatIsNullOrMissingTakesTheRecord() {
        Run run = Run.quarantining(ResourceHints.none().withPrimaryKey(List.of("id")), refused)
                .page("[{\"x\":1},{\"id\":null,\"x\":2},{\"id\":3,\"x\":3},{\"x\":4},{\"id\":5}]")
                .finish();

        assertThat(run.data("t")).containsExactly(Map.of("id", "3", "x", "3"), Map.of("id", "5"));
        assertThat(refused.texts()).containsExactly("{\"x\":1}", "{\"id\":null,\"x\":2}", "{\"x\":4}");
        assertThat(refused.records).allMatch(record -> record.kind() == BadRowKind.REQUIRED);
        assertThat(refused.records).allMatch(record -> "id".equals(record.column()));
    }

    @Test
    void aRequiredColumnOfANestedTableTakesTheRecord() {
        Run begun = Run.of(ResourceHints.none().withPrimaryKey(List.of("id")))
                .page("[{\"id\":1}]")
                .finish();
        ResourceHints hints = Run.withColumns(ColumnSchema.required("name", DataType.TEXT));

        Run run = begun.nextQuarantining(hints, refused)
                .page("[{\"id\":2,\"name\":\"a\"},{\"id\":3,\"l\":[1]}]")
                .finish();

        assertThat(run.tables.values("t", "id")).containsExactly("2");
        assertThat(run.tables.names()).containsExactly("t");
    }

    @Test
    void aKeyThatIdsAreDerivedFromTakesTheRecord() {
        Run run = Run.quarantining(Run.merging(MergeStrategy.UPSERT, "id"), refused)
                .page("[{\"x\":1,\"l\":[1]},{\"id\":2,\"x\":2,\"l\":[2]}]")
                .finish();

        assertThat(run.tables.values("t", "id")).containsExactly("2");
        assertThat(run.tables.values("t__l", "value")).containsExactly("2");
        assertThat(refused.only().kind()).isEqualTo(BadRowKind.REQUIRED);
    }

    @Test
    void anIdThatDoesNotFitTakesTheRecord() {
        Run run = Run.quarantining(ResourceHints.none(), refused)
                .page("[{\"_dlt_id\":1,\"a\":1},{\"a\":2},{\"_dlt_id\":3,\"a\":3}]")
                .finish();

        assertThat(run.tables.values("t", "a")).containsExactly("1", "3");
        assertThat(refused.only().text()).isEqualTo("{\"a\":2}");
        assertThat(refused.only().kind()).isEqualTo(BadRowKind.TYPE);
    }

    @Test
    void whatOnlyABadRecordHadIsNotInTheSchema() {
        ResourceHints hints = ResourceHints.none().withPrimaryKey(List.of("id"));

        Run run = Run.quarantining(hints, refused)
                .page("[{\"a\":\"text\",\"n\":[{\"x\":1}],\"o\":{\"p\":1},\"id\":null}]")
                .page("[{\"id\":1,\"a\":5,\"o\":2},{\"id\":2,\"new\":true,\"n\":[{\"y\":1}],\"a\":6}]")
                .page("[{\"n\":[{\"x\":\"late\"}],\"more\":1},{\"id\":3,\"a\":\"no number\"}]")
                .finish();

        assertThat(run.dataColumns("t"))
                .containsExactly("id bigint", "a bigint", "o bigint", "new bool", "a__v_text text");
        assertThat(run.dataColumns("t__n")).containsExactly("y bigint");
        assertThat(run.tables.values("t__n", "y")).containsExactly("1");
        assertThat(run.data("t"))
                .containsExactly(
                        Map.of("id", "1", "a", "5", "o", "2"),
                        Map.of("id", "2", "a", "6", "new", "true"),
                        Map.of("id", "3", "a__v_text", "no number"));
        assertThat(refused.records).hasSize(2);
    }

    @Test
    void theSameRowsComeAsWithoutTheBadRecords() {
        ResourceHints hints = ResourceHints.none().withPrimaryKey(List.of("id"));
        StringBuilder good = new StringBuilder("[");
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < 300; i++) {
            String record = "{\"id\":" + i + ",\"c" + i % 7 + "\":" + (i % 3 == 0 ? "\"t\"" : i) + ",\"l\":[{\"d"
                    + i % 5 + "\":1}]}";
            good.append(i == 0 ? "" : ",").append(record);
            String bad = i % 2 == 0 ? ",{\"z" + i % 11 + "\":[{\"q\":1}],\"c" + i % 6 + "\":true}" : "";
            all.append(i == 0 ? "" : ",").append(record).append(bad);
        }

        Run expected = Run.of(hints).page(good.append(']').toString()).finish();
        Run run = Run.quarantining(hints, refused)
                .page(all.append(']').toString())
                .finish();

        assertThat(run.tableNames()).isEqualTo(expected.tableNames());
        for (String table : expected.tables.names()) {
            assertThat(run.columns(table)).isEqualTo(expected.columns(table));
            assertThat(run.data(table)).isEqualTo(expected.data(table));
        }
        assertThat(refused.records).hasSize(150);
    }

    @Test
    void aRecordThatIsNoUtf8GoesAlone() {
        byte[] page = "{\"rows\":[{\"id\":1},{\"id\":2,\"name\":\"\u00ff\"} , {\"id\":NaN},{\"id\":3}],\"total\":3}"
                .getBytes(ISO_8859_1);

        Run run = Run.quarantining(ResourceHints.none(), refused);
        PageRecords found = run.normaliser().writePage(page, page.length, List.of("rows"), List.of());
        run.finish();

        assertThat(found.count()).isEqualTo(4);
        assertThat(run.tables.values("t", "id")).containsExactly("1", "3");
        assertThat(refused.records).hasSize(2).allMatch(record -> record.kind() == BadRowKind.ENCODING);
        assertThat(refused.records).noneMatch(BadRecord::whole);
        assertThat(refused.texts()).containsExactly("{\"id\":2,\"name\":\"\ufffd\"}", "{\"id\":NaN}");
    }

    @Test
    void aPageWhoseStructureIsBrokenStillEndsTheRun() {
        for (String page :
                List.of("[{\"id\":1},{\"id\":\"a\"b\"},{\"id\":2}]", "[{\"id\":1},{\"id\":2", "[{\"id\":1}] x")) {
            Run run = Run.quarantining(ResourceHints.none(), refused);
            assertThatThrownBy(() -> run.page(page)).isInstanceOf(DataException.class);
            assertThat(refused.records).isEmpty();
        }
    }

    @Test
    void charactersThatTheDestinationCannotHoldTakeTheRecord() {
        Run run = Run.quarantiningCharacters(Run.withNesting(0), refused)
                .page("[{\"a\":\"x\\u0000y\"},{\"a\":\"x\\ny\"},{\"j\":{\"k\":\"\\ud83d\\ude00\"}},"
                        + "{\"j\":{\"k\":\"\\u0000\"}},{\"j\":{\"k\":\"\\ud83d\"}},{\"j\":{\"k\":\"\\\\u0000\"}}]")
                .finish();

        assertThat(run.data("t")).hasSize(3);
        assertThat(refused.texts())
                .containsExactly("{\"a\":\"x\\u0000y\"}", "{\"j\":{\"k\":\"\\u0000\"}}", "{\"j\":{\"k\":\"\\ud83d\"}}");
        assertThat(refused.records).allMatch(record -> record.kind() == BadRowKind.ENCODING);
    }

    @Test
    void tellsWhereARecordCameFromAndWhatWasAddedToIt() {
        Run run = Run.quarantining(ResourceHints.none().withPrimaryKey(List.of("id")), refused);
        run.page("[{\"id\":1},{\"id\":2}]");
        run.normaliser().from(origin("GET https://api.test/b", 2));

        run.found("[{\"id\":3},{\"b\":1}]", List.of(), new Addition("_parent_id", JsonSlice.of("7")));

        assertThat(refused.only().text()).isEqualTo("{\"b\":1,\"_parent_id\":7}");
        assertThat(refused.only().place()).isEqualTo(new BadRecord.Place("GET https://api.test/b", 2, 2));
    }

    @Test
    void takesWhatTheSourceRefuses() {
        Run run = Run.quarantining(ResourceHints.none(), refused);
        run.normaliser().from(origin("GET https://api.test/b", 2));

        boolean taken = run.normaliser()
                .refuse(new RefusedRecord(BadRowKind.STEP, "it failed", "{}", true, false, OptionalInt.of(3)));

        assertThat(taken).isTrue();
        assertThat(refused.only().place()).isEqualTo(new BadRecord.Place("GET https://api.test/b", 2, 3));
        assertThat(Run.of(ResourceHints.none())
                        .normaliser()
                        .refuse(new RefusedRecord(BadRowKind.STEP, "no", null, false, false, OptionalInt.empty())))
                .isFalse();
    }

    @Test
    void endsTheRunWhenMostRecordsAreBad() {
        Run run = Run.quarantining(ResourceHints.none().withPrimaryKey(List.of("ident")), refused);
        String page = "[" + "{\"id\":1},".repeat(499) + "{\"id\":1}]";
        run.page(page);

        assertThatThrownBy(() -> run.page(page))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Cannot write 501 of the first 501 records of resource 't'")
                .hasMessageContaining("'ident'");
    }

    @Test
    void failedRequestsSayNothingOfTheRecords() {
        Run run = Run.quarantining(ResourceHints.none().withPrimaryKey(List.of("ident")), refused);
        for (int i = 0; i < 600; i++) {
            run.normaliser()
                    .refuse(new RefusedRecord(BadRowKind.REQUEST, "404", null, false, false, OptionalInt.empty()));
        }
        run.page("[" + "{\"id\":1},".repeat(499) + "{\"id\":1}]").finish();

        assertThat(refused.records).hasSize(1100);
        assertThat(run.normaliser().leftOut()).containsOnly(Map.entry("quarantined", 500L));
    }

    @Test
    void countsTheBadOnesThatCameBeforeItWhenItGoesOn() {
        Run run = Run.quarantining(ResourceHints.none().withPrimaryKey(List.of("ident")), refused);
        run.normaliser().continueAfter(500, 500);

        assertThatThrownBy(() -> run.page("[{\"id\":1}]"))
                .hasMessageContaining("Cannot write 501 of the first 501 records");
    }

    @Test
    void eachRecordThatIsNoRowIsCountedOnce() {
        SchemaContract contract = new SchemaContract(EVOLVE, ContractMode.DISCARD_ROW, FREEZE);
        Run run = first.nextQuarantining(Run.withContract(contract), refused)
                .page(
                        "[{\"id\":2},{\"new\":1,\"v\":\"text\"},{\"v\":\"text\",\"new\":1},{\"id\":5,\"new\":1},{\"id\":NaN}]")
                .page("[{\"id\":6,\"l\":[{\"b\":1},{\"a\":7}]}]")
                .finish();

        assertThat(run.normaliser().leftOut())
                .containsOnly(Map.entry("schema_contract", 2L), Map.entry("quarantined", 2L));
        assertThat(run.normaliser().records()).isEqualTo(6);
        assertThat(run.normaliser().rows()).isEqualTo(2);
        assertThat(refused.texts()).containsExactly("{\"v\":\"text\",\"new\":1}", "{\"id\":NaN}");
    }

    @Test
    void aPageThatIsTakenBackIsNotCounted() {
        Run run = Run.quarantining(ResourceHints.none().withPrimaryKey(List.of("id")), refused);
        run.found("{\"d\":[{\"x\":1},{\"id\":1}],\"d\":[{\"id\":2},{\"x\":2}]}", List.of("d"));
        run.finish();

        assertThat(run.normaliser().leftOut()).containsOnly(Map.entry("quarantined", 1L));
        assertThat(run.normaliser().records()).isEqualTo(2);
        assertThat(refused.only().text()).isEqualTo("{\"x\":2}");
    }

    @Test
    void rowsWithAColumnThatTheMergeFillsAreWritten() {
        ResourceHints hints = Run.withColumns(
                ColumnSchema.required("made", DataType.TIMESTAMP).with(Hints.VALID_FROM, true));

        Run run = Run.quarantining(hints, refused).page("[{\"id\":1}]").finish();

        assertThat(run.tables.values("t", "id")).containsExactly("1");
    }

    private static PageOrigin origin(String request, int page) {
        return new PageOrigin() {
            @Override
            public String request() {
                return request;
            }

            @Override
            public int page() {
                return page;
            }
        };
    }

    private static ResourceHints contract(ContractMode tables, ContractMode columns, ContractMode types) {
        return Run.withContract(new SchemaContract(tables, columns, types));
    }
}
