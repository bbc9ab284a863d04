package dev.headrace.engine.normalise;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.DataException;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonTree;
import dev.headrace.json.SuiteCases;
import dev.headrace.source.ResourceHints;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts that are JSON, and those that are none, as values of the third of four records. */
class JsonSuiteTest {

    static List<SuiteCases.Case> cases() {
        return SuiteCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loadsAPageWhoseRecordsAreJsonAndNothingOfAnother(SuiteCases.Case one) {
        byte[] page = page(one);
        Run run = Run.of(ResourceHints.none()).page("[{\"id\":1}]");
        if (isJson(page)) {
            write(run, page);
            assertThat(run.finish().data("t")).extracting(row -> row.get("id")).containsExactly("1", "2", "3", "4");
        } else {
            assertThatThrownBy(() -> write(run, page))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(
                            "Cannot take the records of resource 't' from its page. Cannot read JSON at byte ");
            assertThat(run.finish().data("t")).extracting(row -> row.get("id")).containsExactly("1");
            assertThat(run.tableNames()).containsExactly("t");
        }
    }

    /** All but those that nest as deeply as can be by themselves, and those behind a byte order mark. */
    @Test
    void asValuesAlmostAllTextsAreWhatTheyAreByThemselves() {
        assertThat(cases().stream().filter(one -> isJson(page(one)) != one.accepted()))
                .hasSizeLessThan(10)
                .allMatch(SuiteCases.Case::accepted);
    }

    private static byte[] page(SuiteCases.Case one) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes("[{\"id\":2},{\"id\":3,\"v\":".getBytes(US_ASCII));
        page.writeBytes(one.text());
        page.writeBytes("},{\"id\":4}]".getBytes(US_ASCII));
        return page.toByteArray();
    }

    private static boolean isJson(byte[] page) {
        try {
            JsonTree.parse(page, 0, page.length);
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }

    private static void write(Run run, byte[] page) {
        run.normaliser().writePage(page, page.length, List.of(), List.of());
    }
}
