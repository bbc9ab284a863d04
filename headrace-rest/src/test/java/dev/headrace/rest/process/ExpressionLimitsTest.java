package dev.headrace.rest.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that would not end are given up. */
@Timeout(180)
class ExpressionLimitsTest {

    private static final JsonValue RECORD = JsonTree.parse("{\"x\":\"" + "a".repeat(60) + "!\",\"n\":6}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n) {$f($n + 1)}; $f(1))",
                "($f := function($n) {1 + $f($n + 1)}; $f(1))",
                "$match(x, /(.*a){12}b/)",
                "$contains(x, /(?:.*){9}b/)",
                "$replace(x, /(.*a){20}$/, '')",
                "$sum([1..10000000].($ * $))",
                "$count([1..99999999])"
            })
    void giveUp(String text) {
        Expression expression = Expression.compile(text);
        assertThatThrownBy(() -> expression.evaluate(RECORD)).isInstanceOf(StepFailedException.class);
    }

    @Test
    void patternsAndDivisionsStillWork() {
        assertThat(Expression.compile("$contains(x, /a!$/)").evaluate(RECORD)).isEqualTo(true);
        assertThat(Expression.compile("n / 2 / 3").evaluate(RECORD)).isEqualTo(1);
        assertThat(Expression.compile("$replace(x, /a+/, 'b')").evaluate(RECORD))
                .isEqualTo("b!");
    }
}
