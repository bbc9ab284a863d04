package dev.headrace.rest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatHintTest {

    @Test
    void namesTheSettingForWhatATextLooksLike() {
        assertThat(FormatHint.of("{\"a\": 1}\n\n{\"a\": 2}\n{\"a\"")).contains("JSON Lines", "response_format: jsonl");
        assertThat(FormatHint.of("id;name\n1;x\n")).contains("{type: csv, delimiter: \";\"}");
        assertThat(FormatHint.of("id,name\r\n1,x")).contains("'response_format: csv'");
        assertThat(FormatHint.of("id\tname\n1\tx")).contains("delimiter: \"\\t\"");
        assertThat(FormatHint.of("<?xml version=\"1.0\"?><a/>")).contains("response_format: xml");
    }

    @Test
    void isQuietWhereItDoesNotKnow() {
        assertThat(FormatHint.of("")).isEmpty();
        assertThat(FormatHint.of("{\"a\": 1,\n\"b\"")).isEmpty();
        assertThat(FormatHint.of("[1,2\n3,4")).isEmpty();
        assertThat(FormatHint.of("Service Unavailable")).isEmpty();
        assertThat(FormatHint.of("Sorry, no.\nTry again")).isEmpty();
    }
}
