package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headrace.ConfigException;
import dev.headrace.rest.template.Bindings;
import dev.headrace.schema.ContractMode;
import dev.headrace.schema.DataType;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.SchemaContract;
import dev.headrace.schema.WriteDisposition;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceParserTest {

    private static SourceDefinition resources(String resources) {
        return Definitions.parse("{'client': {'base_url': 'https://h'}, 'resources': " + resources + "}");
    }

    private static String path(ResourceDefinition resource) {
        return resource.endpoint().request().path().text(Bindings.none());
    }

    @Test
    void readsEveryFormOfAResource() {
        SourceDefinition source = resources("['alpha', {'name': 'beta'}, {'name': 'gamma', 'endpoint': 'g/list'}]");

        assertThat(source.resources()).extracting(ResourceDefinition::name).containsExactly("alpha", "beta", "gamma");
        assertThat(source.resources()).extracting(SourceParserTest::path).containsExactly("alpha", "beta", "g/list");
        assertThat(source.name()).isEqualTo("rest_api");
    }

    @Test
    void needsNoBaseUrlWhereEveryPathIsAnAddress() {
        SourceDefinition source =
                Definitions.parse("{'client': {}, 'resources': [{'name': 'a', 'endpoint': 'HTTPS://h/x'}]}");

        assertThat(path(source.resources().get(0))).isEqualTo("HTTPS://h/x");
    }

    @ParameterizedTest
    @CsvSource({"ftp://h", "example.com", "https://h?x=1"})
    void refusesBaseUrlsThatPathsCannotBeAppendedTo(String baseUrl) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Definitions.parse("{'client': {'base_url': '" + baseUrl + "'}, 'resources': ['a']}"))
                .withMessageContaining("client.base_url");
    }

    @Test
    void refusesASourceWithoutResources() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> resources("[]"))
                .withMessageContaining("'resources' is empty");
    }

    @Test
    void readsParentsBeforeChildrenInOrderOfFirstMention() {
        SourceDefinition source = resources("[{'name': 'k', 'endpoint': 'x/{resources.z.id}/y'}, 'a', 'z',"
                + "{'name': 'k2', 'endpoint': 'x/{resources.a.id}/y'}]");

        assertThat(source.resources()).extracting(ResourceDefinition::name).containsExactly("z", "a", "k", "k2");
    }

    @Test
    void takesPathParametersOutOfTheQueryWithoutTouchingTheDefaults() {
        SourceDefinition source = Definitions.parse("{'client': {'base_url': 'https://h'},"
                + "'resource_defaults': {'endpoint': {'params': {'org': 'acme', 'n': 1}}},"
                + "'resources': [{'name': 'a', 'endpoint': '{org}/a/{org}'}, {'name': 'b', 'endpoint': '{org}/b'}]}");

        assertThat(source.resources()).extracting(SourceParserTest::path).containsExactly("acme/a/acme", "acme/b");
        assertThat(source.resources().get(0).endpoint().request().params().expand(Bindings.none()))
                .isEqualTo(Map.of("n", 1L));
    }

    @Test
    void mergesParamsAndJsonByKeyAndReplacesHeaders() {
        RequestDefinition request = Definitions.parse(
                        "{'client': {'base_url': 'https://h'}, 'resource_defaults': {'endpoint':"
                                + "{'params': {'per_page': 30, 'lang': 'en'}, 'json': {'a': 1, 'b': {'x': 1}},"
                                + " 'headers': {'X-Def': 'd'}}},"
                                + "'resources': [{'name': 'a', 'endpoint': {'params': {'per_page': 50, 'sort': 'u'},"
                                + " 'json': {'b': {'y': 1}}, 'headers': {'X-Own': 'o'}}}]}")
                .resources()
                .get(0)
                .endpoint()
                .request();

        assertThat(request.params().expand(Bindings.none()).toString()).isEqualTo("{per_page=50, lang=en, sort=u}");
        assertThat(Objects.requireNonNull(request.json()).expand(Bindings.none()))
                .isEqualTo(Map.of("a", 1L, "b", Map.of("y", 1L)));
        assertThat(request.headers().expand(Bindings.none())).isEqualTo(Map.of("X-Own", "o"));
    }

    @Test
    void resetsADefaultWithAnExplicitNull() {
        SourceDefinition source = Definitions.parse("{'client': {'base_url': 'https://h'},"
                + "'resource_defaults': {'endpoint': {'data_selector': 'd', 'paginator': 'single_page'}},"
                + "'resources': [{'name': 'a', 'endpoint': {'data_selector': null, 'paginator': null}}, 'b']}");

        assertThat(source.resources().get(0).endpoint().selector()).isNull();
        assertThat(source.resources().get(0).endpoint().paginator()).isNull();
        assertThat(source.resources().get(1).endpoint().selector()).isNotNull();
        assertThat(source.resources().get(1).endpoint().paginator()).isNotNull();
    }

    @Test
    void mergesColumnsHintByHint() {
        ResourceDefinition resource = Definitions.parse(
                        "{'client': {'base_url': 'https://h'}, 'resource_defaults': {'columns':"
                                + "{'a': {'nullable': false}, 'b': {'data_type': 'text', 'unique': true}}},"
                                + "'resources': [{'name': 'r', 'columns': [{'name': 'a', 'data_type': 'bigint'},"
                                + "{'name': 'b', 'data_type': 'double'}, {'name': 'c', 'data_type': 'date'}]}]}")
                .resources()
                .get(0);

        assertThat(resource.hints().columns()).extracting(c -> c.name()).containsExactly("b", "c", "a");
        assertThat(resource.hints().columns())
                .extracting(c -> c.dataType())
                .containsExactly(DataType.DOUBLE, DataType.DATE, DataType.BIGINT);
        assertThat(resource.hints().columns().get(0).is("unique")).isTrue();
        assertThat(resource.hints().columns().get(2).nullable()).isFalse();
    }

    @Test
    void readsWhatIsSaidAboutTheTable() {
        ResourceDefinition resource = resources("[{'name': 'r', 'table_name': 't', 'primary_key': 'id',"
                        + "'merge_key': ['d', 'e'], 'max_table_nesting': 0, 'selected': false,"
                        + "'write_disposition': {'disposition': 'merge', 'strategy': 'upsert'},"
                        + "'schema_contract': {'columns': 'discard_value'}}]")
                .resources()
                .get(0);

        assertThat(resource.selected()).isFalse();
        assertThat(resource.hints().tableName()).isEqualTo("t");
        assertThat(resource.hints().primaryKey()).containsExactly("id");
        assertThat(resource.hints().mergeKey()).containsExactly("d", "e");
        assertThat(resource.hints().maxTableNesting()).isZero();
        assertThat(resource.hints().disposition()).isEqualTo(new WriteDisposition.Merge(MergeStrategy.UPSERT, false));
        assertThat(resource.hints().contract())
                .isEqualTo(new SchemaContract(ContractMode.EVOLVE, ContractMode.DISCARD_VALUE, ContractMode.EVOLVE));
    }

    @ParameterizedTest
    @CsvSource({
        "users/{id}, true",
        "users/{id}/, true",
        "a/{id}.json, true",
        "a/b{id}c, true",
        "{x}, true",
        "users/{id}?p=1, true",
        "{{x}}, true",
        "users/{id}/details, false",
        "/{}, false",
        "a/{x y}, false",
        "a/{id:d}, false",
        "a/{resources.p.l[0]}, false"
    })
    void takesPathsThatEndInAPlaceholderForSingleEntities(String path, boolean expected) {
        assertThat(SingleEntity.matches(path)).isEqualTo(expected);
    }
}
