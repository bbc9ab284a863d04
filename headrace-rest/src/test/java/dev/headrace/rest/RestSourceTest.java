package dev.headrace.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Settings;
import dev.headrace.rest.auth.Auth;
import dev.headrace.rest.definition.JavaNode;
import dev.headrace.rest.paginate.Paginators;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Resource;
import dev.headrace.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestSourceTest {

    private static final ComponentContext CONTEXT =
            new ComponentContext("calendar", Path.of(""), Settings.none(), new Redactor());

    @Test
    void saysTheSameInJavaAsInAFile() {
        Source inJava = RestSource.at("https://h")
                .named("calendar")
                .auth(Auth.bearer(Secret.of("token")))
                .resource(
                        "events",
                        events -> events.path("/v1/events")
                                .dataSelector("data")
                                .paginator(Paginators.offset(100))
                                .primaryKey("id")
                                .writeDisposition(WriteDisposition.merge()))
                .build();
        Source inAFile = RestSource.of(
                JavaNode.of(Map.of(
                        "client",
                        Map.of("base_url", "https://h", "auth", Map.of("token", "token")),
                        "resources",
                        List.of(Map.of(
                                "name",
                                "events",
                                "primary_key",
                                "id",
                                "write_disposition",
                                "merge",
                                "endpoint",
                                Map.of(
                                        "path",
                                        "/v1/events",
                                        "data_selector",
                                        "data",
                                        "paginator",
                                        Map.of("type", "offset", "limit", 100)))))),
                CONTEXT);

        assertThat(inJava.name()).isEqualTo(inAFile.name()).isEqualTo("calendar");
        assertThat(inJava.resources()).isEqualTo(inAFile.resources());
    }

    @Test
    void tellsMistakesOfJavaCodeWithTheirPaths() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> RestSource.at("https://h")
                        .resource("a", a -> a.method("PURGE"))
                        .resource("b", b -> b.path("{x}"))
                        .build())
                .withMessageContaining("resources[0].endpoint.method")
                .withMessageContaining("resources[1].endpoint.path");
    }

    @Test
    void isFoundByTheNameThatFilesUse() {
        ConfigNode config = JavaNode.of(
                Map.of("type", "rest_api", "client", Map.of("base_url", "https://h"), "resources", List.of("a")));

        Source source = Components.onClassPath().create(Source.class, "source", config, CONTEXT);

        assertThat(source.resources()).extracting(Resource::name).containsExactly("a");
    }

    @Test
    void selectsExactlyTheNamedResources() {
        Source source = RestSource.at("https://h").resource("a").resource("b").build();

        assertThat(source.select(Set.of("b")).resources())
                .extracting(Resource::selected)
                .containsExactly(false, true);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> source.select(Set.of("bb")))
                .withMessageContaining("did you mean 'b'");
    }
}
