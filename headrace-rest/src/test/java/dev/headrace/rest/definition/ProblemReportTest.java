package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headrace.ConfigException;
import dev.headrace.rest.http.TestNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a report has everything, once, in the order of the file. */
class ProblemReportTest {

    private static List<String> problems(String json) {
        return catchThrowableOfType(
                        ConfigException.class,
                        () -> SourceParser.parse(
                                TestNode.of(json), TestNode.context(dev.headrace.config.Settings.none())))
                .problems();
    }

    @Test
    void tellsAllMistakesOfAPaginator() {
        assertThat(problems("""
                {"client": {"base_url": "http://h", "paginator":
                  {"type": "offset", "limit": 0, "pag": 1, "total_path": 7, "stop_after_empty_page": "yes", "max_pages": 0}},
                 "resources": ["x"]}""")).hasSize(5);
    }

    @Test
    void tellsAllHeadersThatAreNoText() {
        assertThat(problems("""
                {"client": {"base_url": "http://h", "headers": {"A": 1, "B": 2}},
                 "resources": [{"name": "x", "endpoint": {"headers": {"C": 3, "D": [4]}}}]}""")).hasSize(4);
    }

    @Test
    void tellsThatANameIsThereTwiceAlsoWhereTheFirstIsWrong() {
        assertThat(problems("""
                {"client": {"base_url": "http://h"},
                 "resources": [{"name": "x", "endpoint": {"method": "post"}}, {"name": "x"}]}""")).hasSize(2).anySatisfy(p -> assertThat(p).contains("two resources named 'x'"));
    }

    @Test
    void keepsToTheOrderOfTheFileAndTellsNothingTwice() {
        ConfigException mixed = new ConfigException(List.of(
                "f.yml:10:2 a: one",
                "f.yml:2:30 b: two\n  more",
                "no place",
                "f.yml:2:4 c: three",
                "f.yml:10:2 a: one"));
        assertThat(InFileOrder.of(mixed).problems())
                .containsExactly("no place", "f.yml:2:4 c: three", "f.yml:2:30 b: two\n  more", "f.yml:10:2 a: one");
    }
}
