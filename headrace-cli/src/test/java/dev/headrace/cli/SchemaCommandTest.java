package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code headrace schema}: what it shows, writes and compares. */
class SchemaCommandTest extends CommandLineTest {

    @BeforeEach
    void open() {
        shell.write("events.yml", """
                source:
                  name: calendar
                  client:
                    base_url: %s
                    paginator: single_page
                    auth: {type: bearer, token: "${secrets.token}"}
                  resources:
                    - name: events
                      primary_key: id
                      write_disposition: merge
                      columns: {no: {data_type: decimal, precision: 10, scale: 2, description: "the number"}}
                      endpoint: {path: /events, data_selector: data}
                """.formatted(api.url()));
        api.on("/events", Answer.json("{\"data\": [{\"id\": 1, \"no\": 2.5, \"tags\": [\"a\"]}]}"));
        shell.export("TOKEN", "abc123xyz");
    }

    private void load() {
        Shell.Output done = shell.headrace("run", "events.yml");
        assertThat(done.exit()).as(done.err()).isZero();
    }

    /** From here on the secrets of the source are not there any more. */
    private Shell.Output schema(String... arguments) {
        shell.export("TOKEN", "");
        String[] all = new String[arguments.length + 1];
        all[0] = "schema";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return shell.headrace(all);
    }

    @Test
    void showsTheTablesThatWereLoaded() {
        load();
        Shell.Output shown = schema("show", "events.yml");
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out()).isEqualTo("""
                Schema calendar, version 1, committed from %s last

                events: merge (delete-insert)
                  column        type           properties
                  ------------------------------------------------------
                  no            decimal(10,2)  description the number
                  id            bigint         not null, primary_key
                  _dlt_load_id  text           not null
                  _dlt_id       text           not null, unique, row_key

                events__tags: nested in events
                  column          type    properties
                  -------------------------------------------------
                  value           text
                  _dlt_root_id    text    not null, root_key
                  _dlt_parent_id  text    not null, parent_key
                  _dlt_list_idx   bigint  not null
                  _dlt_id         text    not null, unique, row_key
                """.formatted(shell.path(".headrace/pipelines/events")));
        assertThat(schema("show", "events.yml", "--all").out()).contains("_dlt_loads", "_dlt_pipeline_state");
    }

    @Test
    void showsTheSchemaOfThePipelineThatIsNamed() {
        load();
        assertThat(schema("show", "--pipeline", "events").out()).contains("Schema calendar", "events__tags");
    }

    @Test
    void asksTheDestinationOnAFreshMachine() throws IOException {
        load();
        Files.move(shell.path(".headrace"), shell.path("elsewhere"));
        Shell.Output shown = schema("show", "events.yml");
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(shown.out()).contains("stored in " + shell.path("events.duckdb"), "events__tags");
    }

    @Test
    void saysWhereItLookedForASchemaThatIsNotThere() {
        Shell.Output refused = schema("show", "events.yml");
        assertThat(refused.exit()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(refused.err()).contains("'calendar'", "events.duckdb", "Run the pipeline first");
        assertThat(shell.path("events.duckdb")).doesNotExist();
    }

    @Test
    void exportsADocumentThatQuotesWhatOtherReadersTakeForSomethingElse() {
        load();
        String yaml = schema("export", "events.yml").out();
        assertThat(yaml)
                .contains("""
                  events:
                    columns:
                      "no":
                        data_type: decimal
                        precision: 10
                        scale: 2
                        description: "the number"
                      id:
                        data_type: bigint
                        nullable: false
                        primary_key: true
                """)
                .contains("  detections:\n  - iso_timestamp\n", "parent: events\n")
                .doesNotContain("x-normalizer");
    }

    @Test
    void exportsDiagrams() {
        load();
        assertThat(schema("export", "events.yml", "--format", "mermaid").out())
                .startsWith("erDiagram\n    \"events\" {\n        decimal no\n        bigint id PK \"not null\"\n")
                .endsWith("    \"events\" ||--o{ \"events__tags\" : \"tags\"\n");
        assertThat(schema("export", "events.yml", "--format", "dbml").out())
                .startsWith("Table \"events\" {\n  \"no\" decimal(10,2) [note: 'the number']\n"
                        + "  \"id\" bigint [pk, not null]\n")
                .endsWith("Ref: \"events__tags\".\"_dlt_parent_id\" > \"events\".\"_dlt_id\"\n");
        assertThat(schema("export", "events.yml", "--format", "png").err())
                .contains("Known: yaml, json, mermaid, dbml");
    }

    @Test
    void findsNoDifferenceToItsOwnExport() {
        load();
        for (String format : new String[] {"yaml", "json"}) {
            assertThat(schema("export", "events.yml", "--format", format, "--to", "exported")
                            .out())
                    .contains("Wrote " + shell.path("exported"));
            Shell.Output same = schema("diff", "events.yml", "exported");
            assertThat(same.out()).as(same.err()).isEqualTo("No difference.\n");
            assertThat(same.exit()).isZero();
        }
        assertThat(schema("diff", "events.yml").out()).isEqualTo("No difference.\n");
    }

    @Test
    void tellsTablesColumnsAndTypesThatDiffer() {
        load();
        schema("export", "events.yml", "--to", "a.yaml");
        String changed = shell.read("a.yaml")
                .replace("      id:\n        data_type: bigint\n", "      key:\n        data_type: text\n")
                .replace("events__tags", "events__marks")
                .replace("precision: 10", "precision: 12")
                .replace("write_disposition: merge", "write_disposition: replace");
        shell.write("b.yaml", changed);
        Shell.Output differs = schema("diff", "a.yaml", "b.yaml");
        assertThat(differs.exit()).isEqualTo(1);
        assertThat(differs.out()).isEqualTo("""
                - Schema calendar, version 1, in a.yaml
                + Schema calendar, version 1, in b.yaml
                ~ table events: write_disposition merge (delete-insert) -> replace
                ~ events.no: precision 10 -> 12
                - events.id bigint
                + events.key text
                - table events__tags (5 columns)
                + table events__marks (5 columns)
                """);
    }

    @Test
    void endsDifferentlyWhenItCannotCompare() {
        shell.write("bad.yaml", """
                name: calendar
                tables:
                  events:
                    write_disposition: appendd
                    columns: {eventId: {data_type: int}, b: {nullable: maybe}}
                """);
        Shell.Output refused = schema("diff", "bad.yaml", "bad.yaml");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("bad.yaml:4:", "did you mean 'append'", "'int'", "Write 'event_id'", "nullable")
                .doesNotContain("Exception");
        assertThat(schema("diff", "events.yml").exit()).isEqualTo(2);
        assertThat(schema("diff", "bad.yaml").err()).contains("second");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(schema().err()).contains("An action is needed");
        assertThat(schema("shwo", "events.yml").err()).contains("did you mean 'show'");
        assertThat(schema("show", "events.yml", "b.yml").err()).contains("One configuration FILE");
        assertThat(schema("show").err()).contains("--pipeline NAME");
    }

    @Test
    void appliesAnImportedSchemaToTheNextRun() {
        load();
        schema("export", "events.yml", "--to", "edited.yaml");
        shell.write(
                "edited.yaml",
                shell.read("edited.yaml")
                        .replace("      \"no\":\n", "      room:\n        data_type: text\n      \"no\":\n")
                        .replace("settings:\n", "settings:\n  schema_contract: {columns: discard_value}\n"));
        Shell.Output imported = schema("import", "events.yml", "edited.yaml");
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("The next run of pipeline 'events'", "+ events.room text");

        shell.export("TOKEN", "abc123xyz");
        api.reset();
        api.on("/events", Answer.json("{\"data\": [{\"id\": 2, \"room\": 7, \"other\": 1}]}"));
        load();
        assertThat(new Database(shell.path("events.duckdb"))
                        .rows("SELECT room FROM events_dataset.events WHERE id = 2"))
                .containsExactly("7");
        assertThat(schema("show", "events.yml").out()).contains("version 2").doesNotContain("other");
        assertThat(schema("import", "events.yml", "edited.yaml").out()).contains("changes nothing");
    }

    @Test
    void importsBeforeTheFirstRun() {
        shell.write("hints.yaml", """
                name: calendar
                tables:
                  events:
                    columns: {id: {data_type: text, nullable: false, primary_key: true}}
                """);
        Shell.Output imported = schema("import", "events.yml", "hints.yaml");
        assertThat(imported.exit()).as(imported.err()).isZero();
        shell.export("TOKEN", "abc123xyz");
        load();
        assertThat(schema("show", "events.yml").out()).containsPattern("id +text +not null, primary_key");
    }

    @Test
    void refusesToImportWhatItCannotDo() {
        shell.write("other.yaml", """
                name: shop
                tables: {events: {filters: {excludes: [a]}, columns: {}}}
                settings: {preferred_types: {"re:x": text}}
                """);
        Shell.Output refused = schema("import", "events.yml", "other.yaml");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("'name: calendar'", "'filters'", "'preferred_types'");
        assertThat(schema("import", "events.yml").err()).contains("SCHEMA to import");
    }

    @Test
    void drawsReferencesAsRelations() {
        shell.write("refs.yml", """
                source:
                  client: {base_url: %s, paginator: single_page}
                  resources:
                    - {name: users, endpoint: users}
                    - name: orders
                      endpoint: orders
                      references:
                        - {columns: [userId], referenced_table: users, referenced_columns: [Id]}
                        - columns: [a, b]
                          referenced_table: Others
                          referenced_columns: [x, y]
                          label: belongs to
                          cardinality: one_to_many
                """.formatted(api.url()));
        api.on("/users", Answer.json("[{\"id\": 1}]"));
        api.on("/orders", Answer.json("[{\"userId\": 1, \"a\": 1, \"b\": 2}]"));
        assertThat(shell.headrace("run", "refs.yml").exit()).isZero();

        assertThat(schema("export", "refs.yml", "--format", "mermaid").out())
                .contains("    \"orders\" }o--|| \"users\" : \"user_id\"\n")
                .contains("    \"orders\" ||--o{ \"others\" : \"belongs to\"\n");
        assertThat(schema("export", "refs.yml", "--format", "dbml").out())
                .contains("\nRef: \"orders\".\"user_id\" > \"users\".\"id\"\n")
                .contains("\n// Ref: \"orders\".(\"a\", \"b\") < \"others\".(\"x\", \"y\")\n");
        assertThat(schema("export", "refs.yml").out())
                .contains("{\"referenced_table\":\"users\",\"columns\":[\"user_id\"],\"referenced_columns\":[\"id\"]}");
    }

    @Test
    void refusesToImportWhatItWouldLose() {
        shell.write("odd.yaml", """
                name: calendar
                colour: red
                tables:
                  events:
                    table_sealed: true
                    file_format: jsonl
                    columns:
                      no: {data_type: text, lenght: 5, x-mine: true}
                normalizers:
                  names: snake_case
                  json:
                    module: dlt.common.normalizers.json.relational
                    config: {max_nesting: 3, propagation: {root: {id: _id}, tables: {events: {id: event_id}}}}
                """);
        Shell.Output refused = schema("import", "events.yml", "odd.yaml");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.all())
                .contains("odd.yaml:2")
                .contains("unknown key 'colour'")
                .contains("unknown key 'table_sealed'")
                .contains("'jsonl' can't be done")
                .contains("unknown key 'lenght'")
                .contains("'max_nesting' can't be imported")
                .contains("unknown key 'root'")
                .contains("only _dlt_id is handed down")
                .doesNotContain("x-mine");
    }

    @Test
    void importsWhatItExports() {
        load();
        assertThat(schema("export", "events.yml", "--to", "events.yaml").exit()).isZero();
        Shell.Output imported = schema("import", "events.yml", "events.yaml");

        assertThat(imported.exit()).as(imported.all()).isZero();
        assertThat(imported.out()).contains("it changes nothing");
    }

    @Test
    void tellsOfColumnsThatWereChangedByHandAtTheDestination() {
        load();
        assertThat(schema("diff", "events.yml").out()).isEqualTo("No difference.\n");
        Database database = new Database(shell.path("events.duckdb"));
        database.change("ALTER TABLE events_dataset.events DROP COLUMN no");
        database.change("ALTER TABLE events_dataset.events ALTER id TYPE VARCHAR");
        database.change("DROP TABLE events_dataset.events__tags");
        Shell.Output different = schema("diff", "events.yml");

        assertThat(different.exit()).isEqualTo(1);
        assertThat(different.out())
                .contains("! at the destination events.no is missing\n")
                .contains("! at the destination events.id has the type VARCHAR, expected BIGINT\n")
                .contains("! at the destination table events__tags is missing\n");
    }
}
