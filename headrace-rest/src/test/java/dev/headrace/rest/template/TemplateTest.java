package dev.headrace.rest.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static String text(String template, @Nullable Object value) {
        return Template.parse(template).text(expression -> value);
    }

    @Test
    void putsValuesBetweenTexts() {
        assertThat(text("a{x}b{y}", 7L)).isEqualTo("a7b7");
    }

    @Test
    void takesDoubledBracesForSingleOnes() {
        assertThat(text("{{x}} {{{y}}}", 1L)).isEqualTo("{x} {1}");
    }

    @Test
    void knowsItsPlaceholders() {
        Template template = Template.parse("{resources.p.l[0:2]}/{b!r:>5}");

        assertThat(template.placeholders())
                .extracting(Part.Placeholder::expression)
                .containsExactly("resources.p.l[0:2]", "b");
        assertThat(template.isConstant()).isFalse();
        assertThat(Template.parse("{{}}").isConstant()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "a{b", "a}b", "{a{b}}", "{a!x}", "{a!r", "{a:?}"})
    void refusesWhatIsNoTemplate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.parse(text));
    }

    @Test
    void keepsTheTypeOfALonePlaceholder() {
        assertThat(Template.parse("{x}").value(expression -> 7L)).isEqualTo(7L);
        assertThat(Template.parse("{x}").value(expression -> null)).isNull();
        assertThat(Template.parse("{x!s}").value(expression -> 7L)).isEqualTo("7");
        assertThat(Template.parse("v{x}").value(expression -> 7L)).isEqualTo("v7");
    }

    @Test
    void doesNotWriteNullAsText() {
        assertThatThrownBy(() -> text("a{x}", null))
                .isInstanceOfSatisfying(
                        NullPlaceholderException.class,
                        e -> assertThat(e.expression()).isEqualTo("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"05d|00007", ">4|   7", "<4|7   ", "^5|  7  ", "+d|+7", "x|7", ".2f|7.00", ".1%|700.0%", "*>3|**7"
            })
    void formatsIntegers(String format, String expected) {
        // CsvSource trims: compared without outer blanks
        assertThat(text("[{x:" + format + "}]", 7L).replaceAll("[\\[\\] ]", "")).isEqualTo(expected.strip());
    }

    @Test
    void formatsAsPythonDoes() {
        assertThat(text("{x:05d}", -7L)).isEqualTo("-0007");
        assertThat(text("{x:>4}", 7L)).isEqualTo("   7");
        assertThat(text("{x:4}|", "ab")).isEqualTo("ab  |");
        assertThat(text("{x:,}", 1234567L)).isEqualTo("1,234,567");
        assertThat(text("{x:.2f}", 2.345)).isEqualTo("2.35");
        assertThat(text("{x:.2}", "abc")).isEqualTo("ab");
    }

    @Test
    void refusesFormatsOfUnboundedWidth() {
        assertThat(text("{x:1000}", "a")).hasSize(1000);
        for (String format : List.of("{x:1001d}", "{x:99999999999d}", "{x:.99999999999f}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Template.parse(format))
                    .withMessageContaining("1000 are possible");
        }
    }

    @Test
    void writesNumbersListsAndObjectsLikePythonAndBooleansLikeJson() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("key", "it's");
        assertThat(PlainText.of(3.14)).isEqualTo("3.14");
        assertThat(PlainText.of(1e10)).isEqualTo("10000000000.0");
        assertThat(PlainText.of(true)).isEqualTo("true");
        assertThat(PlainText.of(Arrays.asList(1L, "a", null, true))).isEqualTo("[1, 'a', None, True]");
        assertThat(PlainText.of(object)).isEqualTo("{'key': \"it's\"}");
    }

    @Test
    void expandsKeysAndValuesAtAnyDepth() {
        ValueTemplate object = new ValueTemplate.Fields(List.of(field("a", text("v{x}"))));
        ValueTemplate list =
                new ValueTemplate.Elements(List.of(text("{x}"), object, new ValueTemplate.Constant(2L), text("{{l}}")));
        ValueTemplate template = new ValueTemplate.Fields(List.of(field("k_{x}", list)));

        assertThat(template.expand(expression -> 1L))
                .isEqualTo(Map.of("k_1", List.of(1L, Map.of("a", "v1"), 2L, "{l}")));
    }

    private static ValueTemplate text(String text) {
        return new ValueTemplate.Text(Template.parse(text));
    }

    private static ValueTemplate.Field field(String key, ValueTemplate value) {
        return new ValueTemplate.Field(Template.parse(key), value);
    }
}
