package dev.headrace.testkit.destination;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.nestedWithoutRootKey;
import static dev.headrace.testkit.destination.Tables.root;
import static dev.headrace.testkit.destination.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.destination.TableResult;
import dev.headrace.load.Reset;
import dev.headrace.schema.ColumnSchema;
import dev.headrace.schema.DataType;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.DestinationProbe.StoredColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every destination must do with packages that take something away first. */
public abstract class ResetContract extends DestinationTest {

    private static final TableSchema T = root("t", WriteDisposition.append(), bigint("id"), text("v"));
    private static final TableSchema LIST = nestedWithoutRootKey("t__l", "t", bigint("value"));
    private static final TableSchema OTHER = root("other", WriteDisposition.append(), bigint("id"));
    private static final List<String> CHAIN = List.of("t__l", "t");

    private void loadFirst() {
        load(script("1.1")
                .rows(T, row("id", 1L, "v", "a", "_dlt_id", "r1"))
                .rows(LIST, row("value", 1L, "_dlt_parent_id", "r1", "_dlt_list_idx", 0L, "_dlt_id", "l1"))
                .rows(OTHER, row("id", 9L, "_dlt_id", "o1")));
    }

    @Test
    void dropsTablesAndMakesThoseAgainThatComeBack() {
        loadFirst();
        TableSchema changed = root("t", WriteDisposition.append(), text("id"));
        List<TableResult> results = load(script("1.2")
                .versionHash("changed")
                .reset(new Reset(true, CHAIN))
                .rows(changed, row("id", "one", "_dlt_id", "r2")));

        assertThat(values("t", "id")).containsExactly("one");
        assertThat(probe().columns(DATASET, "t")).extracting(StoredColumn::name).doesNotContain("v");
        assertThat(probe().columns(DATASET, "t__l")).isEmpty();
        assertThat(values("other", "id")).containsExactly(9L);
        assertThat(values("_dlt_version", "version_hash")).containsExactly("changed");
        assertThat(results.get(0).created()).isTrue();
    }

    @Test
    void dropsTablesWithoutBringingAnything() {
        loadFirst();
        load(script("1.2").reset(new Reset(true, List.of("t__l", "t", "never_there"))));

        assertThat(probe().columns(DATASET, "t")).isEmpty();
        assertThat(values("_dlt_version", "version_hash")).containsExactly("hash");
        assertThat(values("_dlt_loads", "load_id")).containsExactlyInAnyOrder("1.1", "1.2");
    }

    @Test
    void emptiesTablesBeforeTheirRowsCome() {
        loadFirst();
        load(script("1.2")
                .reset(new Reset(false, CHAIN))
                .rows(T, row("id", 2L, "_dlt_id", "r2"))
                .knows(LIST));

        assertThat(values("t", "id")).containsExactly(2L);
        assertThat(values("t", "v")).containsExactly((Object) null);
        assertThat(values("t__l", "value")).isEmpty();
        assertThat(values("other", "id")).containsExactly(9L);
    }

    @Test
    void takesNothingAwayWhenTheLoadFails() {
        loadFirst();
        TableSchema required = root("t", WriteDisposition.append(), ColumnSchema.required("id", DataType.BIGINT));
        PackageScript broken =
                script("1.2").reset(new Reset(true, CHAIN)).rows(required, row("id", null, "_dlt_id", "r2"));

        assertThatThrownBy(() -> load(broken)).isInstanceOf(DestinationException.class);
        assertThat(values("t", "v")).containsExactly("a");
        assertThat(values("t__l", "value")).containsExactly(1L);
        assertThat(values("_dlt_version", "version_hash")).containsExactly("hash");
    }
}
