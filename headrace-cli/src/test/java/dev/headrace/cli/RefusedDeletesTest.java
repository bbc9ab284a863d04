package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rows cannot lose what is gone: said before anything is asked for. */
class RefusedDeletesTest extends CommandLineTest {

    @BeforeEach
    void open() {
        write("deletes: soft");
    }

    private void write(String line) {
        shell.write("shop.yml", """
                client: {base_url: "%s"}
                resources:
                  - name: orders
                    primary_key: id
                    write_disposition: merge
                    endpoint: orders
                    %s
                """.formatted(api.url(), line));
    }

    private Shell.Output refused() {
        Shell.Output refused = shell.headrace("run", "shop.yml");
        assertThat(refused.exit()).as(refused.all()).isEqualTo(ExitCode.WRONG_CALL);
        return refused;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "primary_key: id, write_disposition: append | which only adds rows",
                "primary_key: id, write_disposition: replace | holds nothing but what came last",
                "primary_key: id, write_disposition: {disposition: merge, strategy: scd2} | ends the versions of rows",
                "merge_key: id, write_disposition: merge | has no primary_key",
            })
    void refusesWhatCannotTellWhatIsGone(String hints, String reason) {
        shell.write("shop.yml", """
                client: {base_url: "%s"}
                resources:
                  - {name: orders, %s, deletes: soft}
                """.formatted(api.url(), hints));

        Shell.Output refused = refused();

        assertThat(refused.err()).contains("shop.yml:3", "resources[0].deletes", "resource 'orders'", reason);
        assertThat(shell.headrace("check", "--offline", "shop.yml").exit()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void refusesCursorsOfResourcesAndOfTheirParents() {
        shell.write("shop.yml", """
                client: {base_url: "%s"}
                resource_defaults: {primary_key: id, write_disposition: merge, deletes: soft}
                resources:
                  - {name: orders, endpoint: {incremental: {cursor_path: id}}}
                  - {name: notes, endpoint: {path: "notes/{resources.orders.id}"}}
                """.formatted(api.url()));

        assertThat(refused().err())
                .contains("resource 'orders' cannot lose rows that are gone: it is read with a cursor")
                .contains("resource 'notes' cannot lose rows that are gone: its parent 'orders' is read with a cursor");
    }

    @Test
    void refusesWhatOptionsOfTheCallMakeImpossible() {
        for (String command : List.of("run", "check")) {
            Shell.Output refused = shell.headrace(command, "shop.yml", "--write-disposition", "append");

            assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_CALL);
            assertThat(refused.err())
                    .contains("Cannot apply 'deletes: soft' to resource 'orders': it is loaded by 'append'");
        }
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void refusesTablesThatResourcesShare() {
        shell.write("shop.yml", """
                client: {base_url: "%s"}
                resource_defaults: {primary_key: id, write_disposition: merge}
                resources:
                  - {name: orders, deletes: hard}
                  - {name: old, table_name: Orders, selected: false}
                """.formatted(api.url()));

        assertThat(refused().err()).contains("resource 'old' is loaded into its table 'orders', too");
    }

    @ParameterizedTest
    @CsvSource({
        "deletes: maybe, is not allowed",
        "max_delete: 120%, expected 0% to 100%",
        "max_delete: some, such as 20%"
    })
    void refusesWhatItDoesNotKnow(String line, String reason) {
        write(line);

        assertThat(refused().err()).contains("shop.yml:7", reason);
    }
}
