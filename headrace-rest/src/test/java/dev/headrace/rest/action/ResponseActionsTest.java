package dev.headrace.rest.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.ResponseRule;
import dev.headrace.rest.http.TestNode;
import dev.headrace.rest.http.Verdict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseActionsTest {

    private static ResponseRule rule(String list) {
        return ResponseActions.parse(TestNode.of(list.replace('`', '"')));
    }

    private static Verdict verdict(String list, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return rule(list).judge(new HttpResponse(status, "", Headers.none(), bytes, bytes.length, "https://h/x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[{`status_code`: 404, `action`: `ignore`}]|404|x|Ignore",
                "[{`status_code`: `404`, `action`: `ignore`}]|404|x|Ignore",
                "[{`status_code`: 404, `action`: `ignore`}]|410|x|Pass",
                "[{`content`: `Not found`, `action`: `stop`}]|200|is Not found|Stop",
                "[{`content`: `Not found`, `action`: `stop`}]|200|is not found|Pass",
                "[{`when`: `$.status == 'error'`, `action`: `fail`}]|200|{`status`: `error`}|Fail",
                "[{`when`: `$.status == 'error'`, `action`: `fail`}]|200|{`status`: `ok`}|Pass",
                "[{`when`: `$.status == 'error'`, `action`: `fail`}]|200|<html>|Pass",
                "[{`when`: `!$.data`, `action`: `retry`}]|200|{}|Retry",
                "[{`status_code`: 200, `when`: `$.e`, `action`: `retry`}]|201|{`e`: 1}|Pass",
                "[{`status_code`: 200, `content`: `a`, `when`: `$.a`, `action`: `retry`}]|200|{`a`: 1}|Retry",
                "[{`status_code`: 200, `action`: `stop`}, {`content`: `x`, `action`: `fail`}]|200|x|Stop",
                "[{`status_code`: 201, `action`: `stop`}, {`content`: `x`, `action`: `fail`}]|200|x|Fail",
            })
    void theFirstThatAppliesDecides(String list, int status, String body, String expected) {
        assertThat(verdict(list, status, body.replace('`', '"')).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void saysWhetherPagesMayBeAskedForInAdvance() {
        assertThat(rule("[]").mayEnd()).isFalse();
        assertThat(rule("[{`status_code`: 409, `action`: `retry`}]").mayEnd()).isFalse();
        assertThat(rule("[{`status_code`: 409, `action`: `stop`}]").mayEnd()).isTrue();
        assertThat(ResponseRule.none()
                        .orElse(rule("[{`status_code`: 409, `action`: `ignore`}]"))
                        .mayEnd())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{`status_code`: 404, `action`: `ignor`}|unknown action 'ignor' in response_actions; did you mean 'ignore'? Known: ignore, retry, fail, stop",
                "{`status_code`: 404}|'action' is required",
                "{`status_code`: 404, `action`: 5}|expected one of the actions ignore, retry, fail, stop, found an integer",
                "{`status_code`: `4xx`, `action`: `ignore`}|'4xx' is no status",
                "{`status_code`: 4040, `action`: `ignore`}|4040 is no status",
                "{`status_code`: 40.4, `action`: `ignore`}|expected an integer",
                "{`action`: `fail`}|would never apply",
                "{`when`: `$.a ==`, `action`: `fail`}|cannot read the condition '$.a =='",
                "{`statuscode`: 404, `action`: `ignore`}|did you mean 'status_code'",
                "{`status_code`: 404, `action`: `ignore`, `message`: `m`}|belongs to the actions 'fail' and 'retry'",
            })
    void tellsWhatIsWrongBeforeAnyRequest(String entry, String expected) {
        assertThatThrownBy(() -> rule("[" + entry + "]"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(expected);
    }
}
