package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonTree;
import dev.headrace.testkit.api.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Loads of which the configuration allows a part to be missing. */
class LeftOutTest extends CommandLineTest {

    private static final int IN_ALL = 130;

    @BeforeEach
    void open() {
        shell.write("shop.yml", """
                source:
                  client: {base_url: "%s", paginator: single_page}
                  resources:
                    - orders
                    - name: notes
                      endpoint: {path: "orders/{resources.orders.id}/notes?token=hush-hush", on_error: skip}
                """.formatted(api.url()));
        StringBuilder orders = new StringBuilder("[{\"id\":0}");
        for (int id = 1; id <= IN_ALL; id++) {
            orders.append(",{\"id\":").append(id).append('}');
        }
        api.otherwise(request -> Answer.status(404));
        api.on("/orders", Answer.json(orders.append(']').toString()));
        api.on("/orders/0/notes", Answer.json("[{\"text\":\"fine\"}]"));
    }

    @Test
    void loadsTheRestAndSaysSoByAnExitCodeOfItsOwn() {
        Shell.Output done = shell.headrace("run", "shop.yml");

        assertThat(done.exit()).as(done.all()).isEqualTo(3);
        assertThat(done.out())
                .contains("Left out of notes: GET " + api.url() + "/orders/1/notes", "404", ", and 129 more");
        assertThat(done.err()).contains("warning: notes: ", "130 records of 'orders' were skipped");
        assertThat(done.all()).doesNotContain("hush-hush");
        assertThat(new Database(shell.path("shop.duckdb")).rows("SELECT text FROM shop_dataset.notes"))
                .containsExactly("fine");
    }

    @Test
    void listsTheFirstHundredInTheReport() {
        Shell.Output done = shell.headrace("run", "shop.yml", "--json");

        Map<?, ?> report =
                (Map<?, ?>) Objects.requireNonNull(JsonTree.parse(done.out()).toJava());
        assertThat((List<?>) report.get("skipped")).singleElement().satisfies(one -> {
            Map<?, ?> notes = (Map<?, ?>) one;
            assertThat(notes.get("resource")).isEqualTo("notes");
            assertThat(notes.get("count")).isEqualTo(130L);
            List<?> requests = (List<?>) Objects.requireNonNull(notes.get("requests"));
            assertThat(requests).hasSize(100);
            assertThat(((Map<?, ?>) requests.get(0)).get("parent")).isEqualTo(Map.of("resources.orders.id", "1"));
        });
    }
}
