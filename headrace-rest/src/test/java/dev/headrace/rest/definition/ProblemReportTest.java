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
    void tellsOfSeveralParentsUnknownOnesAndCyclesBesideOtherMistakes() {
        assertThat(problems("""
                {"client": {"base_url": "http://h"},
                 "resources": [
                   "p", "q",
                   {"name": "two", "endpoint": {"path": "{resources.p.id}/x", "method": "get",
                     "params": {"q": "{resources.q.id}"}}},
                   {"name": "lost", "selected": 7, "endpoint": "{resources.r.id}/x"},
                   {"name": "chicken", "endpoint": {"path": "x/{resources.egg.id}/y", "params": {"z": "{"}}},
                   {"name": "egg", "endpoint": {"path": "x", "json": {"a": [{"b": "{resources.chicken.id}"}]}}},
                   {"name": "chick", "endpoint": "x/{resources.chicken.id}/y"}]}"""))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).contains("'get'"),
                        p -> assertThat(p).contains("resource 'two' refers to several parents, p, q"),
                        p -> assertThat(p).contains("node.resources[].selected"),
                        p -> assertThat(p).contains("'lost' refers to the unknown resource 'r'"),
                        p -> assertThat(p).contains("a single '{'"),
                        p -> assertThat(p).contains("in a cycle: chicken, egg, chicken"));
    }

    @Test
    void tellsOfAParentInACycleWithoutEnd() {
        assertThat(problems("""
                {"client": {"base_url": "http://h"}, "resources": [
                  {"name": "a", "endpoint": "{resources.b.id}/x", "include_from_parent": ["id"]},
                  {"name": "b", "endpoint": "{resources.c.id}/x"},
                  {"name": "c", "endpoint": "{resources.b.id}/x"}]}""")).singleElement().asString().contains("cycle: b, c, b");
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
