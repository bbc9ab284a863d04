package dev.headrace.engine.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.FailureKind;
import dev.headrace.Phase;
import dev.headrace.engine.naming.Naming;
import dev.headrace.engine.schema.SchemaSettings;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.ResourceHints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private static final ContractMode EVOLVE = ContractMode.EVOLVE;

    private final Run first = Run.of(ResourceHints.none())
            .page("[{\"id\":1,\"v\":1,\"l\":[{\"a\":1}]}]")
            .finish();

    @Test
    void aNewTableTakesAllColumnsOfItsFirstLoad() {
        Run run = Run.of(columns(ContractMode.FREEZE))
                .page("[{\"id\":1},{\"x\":2}]")
                .page("[{\"y\":[3]}]")
                .finish();

        assertThat(run.dataColumns("t")).containsExactly("id bigint", "x bigint");
        assertThat(run.data("t__y")).hasSize(1);
    }

    @Test
    void freezeRefusesANewColumn() {
        Run second = first.next(columns(ContractMode.FREEZE));

        assertThatThrownBy(() -> second.page("[{\"id\":2,\"v\":2},{\"id\":3,\"extra\":\"x\"}]"))
                .isInstanceOfSatisfying(DataException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FailureKind.SCHEMA);
                    assertThat(e.phase()).isEqualTo(Phase.NORMALIZE);
                    assertThat(e.message()).contains("'t'", "'extra'", "record 2");
                });
        assertThat(second.finish().tables.names()).isEmpty();
    }

    @Test
    void discardValueDropsTheNewField() {
        Run second = first.next(columns(ContractMode.DISCARD_VALUE))
                .page("[{\"id\":2,\"v\":2},{\"id\":3,\"extra\":\"x\",\"v\":3},{\"extra\":\"y\",\"id\":4}]")
                .finish();

        assertThat(second.data("t"))
                .containsExactly(Map.of("id", "2", "v", "2"), Map.of("id", "3", "v", "3"), Map.of("id", "4"));
        assertThat(second.dataColumns("t")).containsExactly("id bigint", "v bigint");
    }

    @Test
    void discardRowDropsTheRowWithWhatIsNestedInIt() {
        Run second = first.next(columns(ContractMode.DISCARD_ROW))
                .page("[{\"id\":2,\"l\":[{\"a\":2}]},{\"l\":[{\"a\":3}],\"id\":3,\"o\":{\"extra\":\"x\"}},{\"id\":4}]")
                .finish();

        assertThat(second.tables.values("t", "id")).containsExactly("2", "4");
        assertThat(second.tables.values("t__l", "a")).containsExactly("2");
    }

    @Test
    void discardRowIsInheritedByNestedTables() {
        Run second = first.next(columns(ContractMode.DISCARD_ROW))
                .page("[{\"id\":2,\"l\":[{\"a\":2},{\"a\":3,\"b\":4},{\"a\":5}]}]")
                .finish();

        assertThat(second.tables.values("t", "id")).containsExactly("2");
        assertThat(second.tables.values("t__l", "a")).containsExactly("2", "5");
    }

    @Test
    void variantsObeyTheTypeContractOnly() {
        String page = "[{\"id\":2,\"v\":2},{\"id\":3,\"v\":\"text\"}]";

        assertThat(first.next(columns(ContractMode.FREEZE)).page(page).finish().dataColumns("t"))
                .containsExactly("id bigint", "v bigint", "v__v_text text");
        assertThat(first.next(types(ContractMode.DISCARD_ROW))
                        .page(page)
                        .finish()
                        .tables
                        .values("t", "id"))
                .containsExactly("2");
        assertThat(first.next(types(ContractMode.DISCARD_VALUE))
                        .page(page)
                        .finish()
                        .data("t"))
                .containsExactly(Map.of("id", "2", "v", "2"), Map.of("id", "3"));
        assertThatThrownBy(() -> first.next(types(ContractMode.FREEZE)).page(page))
                .hasMessageContainingAll("'t'", "'v'", "record 2");
    }

    @Test
    void frozenTablesRefuseTheFirstLoad() {
        assertThatThrownBy(() -> Run.of(tables(ContractMode.FREEZE)).page("[{\"id\":1}]"))
                .isInstanceOfSatisfying(DataException.class, e -> {
                    assertThat(e.phase()).isEqualTo(Phase.EXTRACT);
                    assertThat(e.message()).contains("'t'");
                });
        Run discarding = Run.of(tables(ContractMode.DISCARD_VALUE))
                .page("[{\"id\":1},{}]")
                .finish();
        assertThat(discarding.tables.names()).isEmpty();
    }

    @Test
    void frozenTablesAcceptWhatIsDeclared() {
        ResourceHints hints = new ResourceHints(
                null,
                WriteDisposition.append(),
                List.of(),
                List.of(),
                List.of(Run.column("id", DataType.BIGINT)),
                new SchemaContract(ContractMode.FREEZE, EVOLVE, EVOLVE),
                null,
                Map.of());

        assertThat(Run.of(hints).page("[{\"id\":1}]").finish().data("t")).containsExactly(Map.of("id", "1"));
    }

    @Test
    void newNestedTablesObeyTheTableContract() {
        String page = "[{\"id\":2,\"m\":[1],\"l\":[{\"a\":2}]}]";

        assertThatThrownBy(() -> first.next(tables(ContractMode.FREEZE)).page(page))
                .hasMessageContaining("'t__m'")
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.phase()).isEqualTo(Phase.NORMALIZE));
        Run second = first.next(tables(ContractMode.DISCARD_ROW))
                .page(page + " ")
                .page(page)
                .finish();
        assertThat(second.tables.values("t", "id")).containsExactly("2", "2");
        assertThat(second.tables.names()).containsExactly("t", "t__l");
    }

    @Test
    void theContractOfTheResourceWinsAsAWhole() {
        SchemaSettings frozen =
                new SchemaSettings(Naming.of("snake_case", 65536), SchemaContract.all(ContractMode.FREEZE), null, null);

        assertThatThrownBy(() -> Run.of(ResourceHints.none(), frozen).page("[{\"id\":1}]"))
                .isInstanceOf(DataException.class);
        assertThat(Run.of(columns(ContractMode.FREEZE), frozen)
                        .page("[{\"id\":1}]")
                        .finish()
                        .data("t"))
                .hasSize(1);
    }

    @Test
    void hintsObeyTheContractToo() {
        ResourceHints extra = Run.withColumns(Run.column("extra", DataType.TEXT));
        ResourceHints changed = Run.withColumns(Run.column("v", DataType.TEXT));

        assertThatThrownBy(() -> first.next(extra.withContract(SchemaContract.all(ContractMode.FREEZE))))
                .hasMessageContainingAll("'extra'", "'t'");
        assertThat(first.next(extra.withContract(SchemaContract.all(ContractMode.DISCARD_ROW)))
                        .dataColumns("t"))
                .containsExactly("id bigint", "v bigint");
        assertThatThrownBy(() -> first.next(changed.withContract(SchemaContract.all(ContractMode.FREEZE))))
                .hasMessageContainingAll("'v'", "'t'");
        assertThat(first.next(changed).dataColumns("t")).containsExactly("id bigint", "v text");
    }

    @Test
    void tellsHowManyValuesWereDiscarded() {
        Run second = first.next(columns(ContractMode.DISCARD_VALUE))
                .page("[{\"id\":2,\"new\":\"x\"},{\"id\":3,\"new\":null},{\"id\":4,\"new\":\"y\",\"o\":{\"p\":1}}]")
                .page("[{\"new\":\"z\",\"id\":5}]")
                .finish();

        assertThat(second.warnings)
                .containsExactly(
                        "3 values of the new column 'new' of table 't' were left out, as the contract asks"
                                + " (columns: discard_value).",
                        "1 value of the new column 'o__p' of table 't' was left out, as the contract asks"
                                + " (columns: discard_value).");
    }

    @Test
    void tellsHowManyRowsWereDiscardedAndEachOnce() {
        Run second = first.next(columns(ContractMode.DISCARD_ROW))
                .page("[{\"id\":2,\"new\":1,\"other\":2},{\"id\":3},{\"id\":4,\"new\":1,\"l\":[{\"a\":1}]}]")
                .page("[{\"id\":5,\"l\":[{\"a\":1},{\"b\":2}]}]")
                .finish();

        assertThat(second.warnings)
                .containsExactly(
                        "2 rows with the new column 'new' of table 't' were left out, as the contract asks"
                                + " (columns: discard_row).",
                        "1 row with the new column 'b' of table 't__l' was left out, as the contract asks"
                                + " (columns: discard_row).");
    }

    @Test
    void tellsWhatWasDiscardedBecauseOfItsType() {
        Run values = first.next(types(ContractMode.DISCARD_VALUE))
                .page("[{\"id\":2,\"v\":\"x\"},{\"id\":3,\"v\":3},{\"id\":4,\"v\":\"y\"}]")
                .finish();
        Run rows = first.next(types(ContractMode.DISCARD_ROW))
                .page("[{\"id\":2,\"v\":\"x\"},{\"id\":3,\"v\":3}]")
                .finish();

        assertThat(values.warnings)
                .containsExactly("2 values that column 'v' of table 't' does not take were left out, as the contract"
                        + " asks (data_type: discard_value).");
        assertThat(rows.warnings)
                .containsExactly("1 row with a value that column 'v' of table 't' does not take was left out, as the"
                        + " contract asks (data_type: discard_row).");
    }

    @Test
    void tellsHowManyRowsOfNewTablesWereDiscarded() {
        Run nested = first.next(tables(ContractMode.DISCARD_ROW))
                .page("[{\"id\":2,\"m\":[1,2,3]},{\"id\":3,\"m\":[4]}]")
                .finish();
        Run whole = Run.of(tables(ContractMode.DISCARD_VALUE))
                .page("[{\"id\":1},{\"id\":2}]")
                .finish();

        assertThat(nested.warnings)
                .containsExactly("4 rows of the new table 't__m' were left out, as the contract asks"
                        + " (tables: discard_row or discard_value).");
        assertThat(whole.warnings)
                .containsExactly("2 rows of the new table 't' were left out, as the contract asks"
                        + " (tables: discard_row or discard_value).");
    }

    @Test
    void aPageThatIsReadAgainIsCountedOnce() {
        Run second = first.next(columns(ContractMode.DISCARD_VALUE));
        second.found(
                "{\"data\":[{\"id\":2,\"new\":1}],\"data\":[{\"id\":3,\"new\":1},{\"id\":4,\"new\":1}]}",
                List.of("data"));

        assertThat(second.finish().warnings).hasSize(1).allMatch(line -> line.startsWith("2 values"));
    }

    private static ResourceHints tables(ContractMode mode) {
        return Run.withContract(new SchemaContract(mode, EVOLVE, EVOLVE));
    }

    private static ResourceHints columns(ContractMode mode) {
        return Run.withContract(new SchemaContract(EVOLVE, mode, EVOLVE));
    }

    private static ResourceHints types(ContractMode mode) {
        return Run.withContract(new SchemaContract(EVOLVE, EVOLVE, mode));
    }
}
