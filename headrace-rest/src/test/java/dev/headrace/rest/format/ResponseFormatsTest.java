package dev.headrace.rest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.config.Settings;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.TestNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFormatsTest {

    private static HttpResponse response(String type, byte[] body) {
        return new HttpResponse(200, "", Headers.of(Map.of("Content-Type", type)), body, body.length, "https://h/x");
    }

    private static HttpResponse response(String type, String body) {
        return response(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(ResponseFormat format, HttpResponse response) {
        JsonBody json = format.toJson(response);
        return new String(json.bytes(), json.start(), json.end() - json.start(), StandardCharsets.UTF_8);
    }

    private static ResponseFormat format(String node) {
        return ResponseFormats.create(TestNode.of(node.replace('`', '"')), TestNode.context(Settings.none()));
    }

    private static String json(String node, String body) {
        return json(format(node), response("text/plain", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "application/json|[1]|[1]",
                "application/vnd.api+json; charset=utf-8|[1]|[1]",
                "text/plain|[1]|[1]",
                "application/x-ndjson|1|[1]",
                "Application/JSONL;charset=UTF-8|1|[1]",
                "text/csv|a|[]",
                "text/csv; header=present|{}|{}",
                "text/xml|<a/>|{`a`:null}",
                "application/atom+xml|<a/>|{`a`:null}",
                "application/xml| [1]| [1]",
            })
    void areToldFromTheContentType(String type, String body, String expected) {
        assertThat(json(ResponseFormats.detected(), response(type, body))).isEqualTo(expected.replace('`', '"'));
    }

    @Test
    void handJsonOnWithoutCopyingIt() {
        HttpResponse response = response("application/json", "{\"a\": 1}");
        assertThat(ResponseFormats.detected().toJson(response).bytes()).isSameAs(response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, iso-8859-1",
        "windows-1252, windows-1252",
        "utf-16, utf-16",
        "utf-16le, utf-16le",
        "us-ascii, utf-8",
        "UTF8, utf-8",
        "made-up, utf-8",
        "'\"utf-16\"', utf-16",
    })
    void readAllCharacterSets(String told, String used) {
        byte[] body = "[\"é\"]".getBytes(Charset.forName(used));
        assertThat(json(ResponseFormats.detected(), response("application/json; charset=" + told, body)))
                .isEqualTo("[\"é\"]");
        assertThat(json(format("`jsonl`"), response("x/y; charset=" + told, "\"é\"".getBytes(Charset.forName(used)))))
                .isEqualTo("[\"é\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"`json`", "`jsonl`", "`csv`"})
    void leaveByteOrderMarksOut(String node) {
        String expected = node.equals("`csv`") ? "[{\"1\":\"2\"}]" : node.equals("`json`") ? "1\n2" : "[1,2]";
        assertThat(json(node, "\uFEFF1\n2")).isEqualTo(expected);
        assertThat(json(format(node), response("x/y", "1\n2".getBytes(StandardCharsets.UTF_16))))
                .isEqualTo(expected);
    }

    @Test
    void makeAListOfJsonLines() {
        assertThat(json("`jsonl`", "")).isEqualTo("[]");
        assertThat(json("`jsonl`", "\n\n")).isEqualTo("[\n\n]");
        assertThat(json("`jsonl`", "1")).isEqualTo("[1]");
        assertThat(json("`jsonl`", "1\n\n 2 \r\n{}\n")).isEqualTo("[1\n, 2 \r,{}\n]");
        assertThat(json("`jsonl`", "[1]\n[2]")).isEqualTo("[[1],[2]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^1\n\n{a}^|line 3 is no JSON: at byte 1 of the line",
                "^1 2^|line 1 is no JSON",
                "^[1\n2]^|line 1 is no JSON"
            })
    void nameTheLineThatIsNoJson(String lines, String expected) {
        assertThatThrownBy(() -> json("`jsonl`", lines))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageStartingWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "`csv`|^a,b\n1,2\n3,4^|[{`a`:`1`,`b`:`2`},{`a`:`3`,`b`:`4`}]",
                "`csv`|^a,b\r\n1,\r\n\r\n``,é\r\n^|[{`a`:`1`,`b`:null},{`a`:``,`b`:`é`}]",
                "`csv`|^a,b\n1^|[{`a`:`1`,`b`:null}]",
                "`csv`|^a\n`x,\n``y```^|[{`a`:`x,\\n\\`y\\``}]",
                "`csv`|^a,a,,a\n1,2,3,4^|[{`a`:`1`,`a_2`:`2`,`column_3`:`3`,`a_3`:`4`}]",
                "`csv`|^^|[]",
                "{`type`: `csv`, `delimiter`: `;`}|^a;b\n1,5;2^|[{`a`:`1,5`,`b`:`2`}]",
                "{`type`: `csv`, `delimiter`: `\\\\t`}|^a\tb\n1\t2^|[{`a`:`1`,`b`:`2`}]",
                "{`type`: `csv`, `quote`: `'`}|^a\n'x,y'^|[{`a`:`x,y`}]",
                "{`type`: `csv`, `header`: [`p`, `q`]}|^1,2^|[{`p`:`1`,`q`:`2`}]",
            })
    void makeAListOfObjectsOfCsv(String node, String csv, String expected) {
        assertThat(json(node, csv.replace('`', '"'))).isEqualTo(expected.replace('`', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"^a,b\n1,2\n1,2,3^|line 3 has 3 fields, the header 2", "^a\nb\n`c^|line", "^a\n`b`c^|line"})
    void nameTheLineThatIsNoCsv(String csv, String expected) {
        assertThatThrownBy(() -> json("`csv`", csv.replace('`', '"')))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<a>x</a>|{`a`:`x`}",
                "<a/>|{`a`:null}",
                "<a b='1'/>|{`a`:{`b`:`1`}}",
                "<a b='1'> x </a>|{`a`:{`b`:`1`,`value`:`x`}}",
                "<a><b>1</b><c/></a>|{`a`:{`b`:`1`,`c`:null}}",
                "<a><b>1</b><b>2</b></a>|{`a`:{`b`:[`1`,`2`]}}",
                "<a><b/><b/><b>3</b></a>|{`a`:{`b`:[null,null,`3`]}}",
                "<a b='0'><b>1</b></a>|{`a`:{`@b`:`0`,`b`:`1`}}",
                "<n:a xmlns:n='urn:n' n:b='1'><n:c>é</n:c></n:a>|{`a`:{`b`:`1`,`c`:`é`}}",
                "<a><![CDATA[<x>]]>&amp;&#233;</a>|{`a`:`<x>&é`}",
                "<?xml version='1.0'?><!-- c --><a><?pi?>x</a> |{`a`:`x`}",
                "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><b i:nil='true'/></a>|{`a`:{`b`:null}}",
            })
    void makeAnObjectOfXml(String xml, String expected) {
        assertThat(json("`xml`", xml)).isEqualTo(expected.replace('`', '"'));
    }

    @Test
    void makeListsOfTheXmlElementsThatAreSaidToBe() {
        assertThat(json("{`type`: `xml`, `lists`: [`b`]}", "<a><b>1</b><c/></a>"))
                .isEqualTo("{\"a\":{\"b\":[\"1\"],\"c\":null}}");
    }

    @Test
    void readTheEncodingThatXmlDeclares() {
        byte[] declared = "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(json(format("`xml`"), response("text/xml", declared))).isEqualTo("{\"a\":\"é\"}");
        byte[] told = "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".getBytes(StandardCharsets.UTF_8);
        assertThat(json(format("`xml`"), response("text/xml; charset=utf-8", told)))
                .isEqualTo("{\"a\":\"é\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^<a>\n<b></a>^|line 2",
                "<a/><b/>|line 1",
                "^^|line",
                "{}|line 1",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>|line 1",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'/>|line 1",
            })
    void nameTheLineThatIsNoXml(String xml, String expected) {
        assertThatThrownBy(() -> json("`xml`", xml))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void refuseXmlThatIsTooDeep() {
        assertThatThrownBy(() -> json("`xml`", "<a>".repeat(300) + "</a>".repeat(300)))
                .hasMessageContaining("at most 200 elements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "`cvs`|did you mean 'csv'",
                "{`delimiter`: `;`}|'type' is required",
                "{`type`: `csv`, `delimeter`: `;`}|did you mean 'delimiter'",
                "{`type`: `csv`, `delimiter`: `;;`}|must be one character",
                "{`type`: `csv`, `delimiter`: `'`, `quote`: `'`}|the same character",
                "{`type`: `json`, `delimiter`: `;`}|unknown key 'delimiter'",
                "{`type`: `xml`, `lists`: `b`}|expected a list",
            })
    void areCheckedBeforeAnyRequest(String node, String expected) {
        assertThatThrownBy(() -> format(node))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(expected);
    }
}
