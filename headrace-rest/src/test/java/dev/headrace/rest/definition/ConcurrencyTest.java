package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headrace.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyTest {

    private static SourceDefinition source(String client, String resource) {
        return Definitions.parse("{'client': {'base_url': 'https://h'" + client + "}, 'resources': [{'name': 'a'"
                + resource + "}, 'b']}");
    }

    @Test
    void isOneUnlessSomebodySaysMore() {
        assertThat(source("", "").mostAtOnce()).isEqualTo(1);
        assertThat(source("", "").resources())
                .extracting(ResourceDefinition::concurrency)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            quoteCharacter = '"',
            value = {
                ", 'concurrency': 8||8|null",
                ", 'concurrency': 8|, 'endpoint': {'concurrency': 2}|8|2",
                ", 'concurrency': 2|, 'endpoint': {'concurrency': 8}|8|8",
                "|, 'parallelized': true|5|5",
                ", 'concurrency': 3|, 'parallelized': true|5|5",
                ", 'concurrency': 16|, 'parallelized': true|16|null",
                "|, 'parallelized': true, 'endpoint': {'concurrency': 3}|3|3",
                "|, 'parallelized': false|1|null",
            })
    void ofAResourceIsWhatItSaysItselfBeforeWhatTheClientSays(
            @Nullable String client, @Nullable String resource, int most, @Nullable Integer own) {
        SourceDefinition source = source(client == null ? "" : client, resource == null ? "" : resource);
        assertThat(source.mostAtOnce()).isEqualTo(most);
        assertThat(source.resources().get(0).concurrency()).isEqualTo(own);
    }

    @Test
    void ofResourcesThatAreNotReadDoesNotCount() {
        assertThat(source("", ", 'selected': false, 'parallelized': true").mostAtOnce())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                ", 'concurrency': 0|''|'concurrency' is 0; it is the number of requests at a time, from 1 to 256",
                ", 'concurrency': 257|''|'concurrency' is 257",
                ", 'concurrency': 'many'|''|integer",
                "''|, 'endpoint': {'concurrency': -1}|'concurrency' is -1",
                "''|, 'parallelized': 'yes'|true or false",
            })
    void isANumberOfRequests(String client, String resource, String problem) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> source(client.equals("''") ? "" : client, resource.equals("''") ? "" : resource))
                .withMessageContaining(problem);
    }
}
