package dev.headrace.postgres;

import static dev.headrace.testkit.destination.Tables.bigint;
import static dev.headrace.testkit.destination.Tables.root;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DestinationException;
import dev.headrace.schema.TableSchema;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.testkit.destination.DestinationProbe;
import dev.headrace.testkit.destination.RefusalContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PostgresRefusalTest extends RefusalContract {

    @Override
    protected DestinationProbe newProbe(Path folder) {
        return new PostgresProbe();
    }

    @Test
    void aViewInThePlaceOfATableIsNamedWithWhatToDo() {
        TableSchema table = root("events", WriteDisposition.append(), bigint("id"));
        load(script("1.1").rows(root("other", WriteDisposition.append(), bigint("id"))));
        execute("CREATE VIEW ds.events AS SELECT 1::BIGINT AS id, 'x' AS _dlt_load_id, 'y' AS _dlt_id");

        assertThatThrownBy(() -> load(script("1.2").rows(table, row("id", 2L, "_dlt_id", "r2"))))
                .isInstanceOf(DestinationException.class)
                .hasMessageContainingAll("'events'", "has the name of a table", "Rename or drop it");
    }

    @Override
    protected void execute(String sql) {
        ((PostgresProbe) probe()).execute(sql);
    }
}
