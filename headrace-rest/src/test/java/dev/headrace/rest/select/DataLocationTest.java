package dev.headrace.rest.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.json.JsonTree;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataLocationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[1]|$",
                "5|$",
                "{'a':1}|$",
                "{'_embedded':{'items':[1]}}|_embedded.items",
                "{'users':[1],'data':[2]}|data",
                "{'meta':{'tags':['a']},'users':[1]}|meta.tags",
                "{'id':1,'tags':['x']}|tags",
                "{'errors':[],'result':{'items':[1]}}|result.items",
                "{'value':[1]}|value",
                "{'a':{'b':{'c':[1]}}}|a.b.c",
                "{'a':{'b':{'c':{'d':[1]}}}}|$",
                "{'Data':[1],'x':[2]}|Data",
                "{'l':[{'data':[1]}]}|l"
            })
    void isFoundByTheRulesOfTheSpecification(String page, String expected) {
        assertThat(DataLocation.detect(JsonTree.parse(page.replace('\'', '"'))).text())
                .isEqualTo(expected);
    }
}
