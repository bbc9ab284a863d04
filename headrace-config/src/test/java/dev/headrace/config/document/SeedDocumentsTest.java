package dev.headrace.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.Redactor;
import dev.headrace.config.settings.FileSettings;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markdown documents as users have them, read as they are. */
class SeedDocumentsTest {

    @TempDir
    Path folder;

    private ConfigDocument read(String name, Map<String, String> environment) throws URISyntaxException {
        Path file =
                Path.of(SeedDocumentsTest.class.getResource("/seeds/" + name).toURI());
        Redactor redactor = new Redactor();
        FileSettings settings = FileSettings.of(folder, folder.resolve("home"), environment, redactor);
        return ConfigDocuments.read(file, ReadOptions.of(settings, environment, redactor));
    }

    @ParameterizedTest
    @CsvSource({
        "000_466166e485d2cc67.txt, events, /v1/events",
        "001_d0cafc2d376f2708.txt, resource_name, /v1/resource",
        "002_259b5920e6490f00.txt, resource_name, /v1/resource",
        "003_fb355eb90652d90d.txt, resource_name, /v1/resource"
    })
    void readsADocumentWithAnApiKey(String file, String resource, String path) throws URISyntaxException {
        ConfigDocument document = read(file, Map.of("API_KEY", "k-123"));
        assertThat(document.name()).isEqualTo(file.replace(".txt", ""));
        assertThat(document.warnings()).isEmpty();
        assertThat(document.source().value())
                .hasToString(
                        "{type=rest_api, client={base_url=https://api.example.com, auth={type=api_key, name=api_key,"
                                + " api_key=k-123, location=query}}, resource_defaults={primary_key=id, write_disposition=merge},"
                                + " resources=[{name=" + resource + ", endpoint={path=" + path + ", data_selector=data,"
                                + " paginator={type=offset, limit=100}}}]}");
    }

    @Test
    void readsTheDocumentWithOauth() throws URISyntaxException {
        ConfigDocument document =
                read("004_d5fdd42b7d587ef1.txt", Map.of("CLIENT_ID", "id-1", "client_secret", "secret-1"));
        assertThat(document.source().value())
                .hasToString("{type=rest_api, client={base_url=https://api.example.com, auth={type=oauth2,"
                        + " client_id=id-1, client_secret=secret-1, token_url=https://api.example.com/oauth/token}},"
                        + " resource_defaults={primary_key=event_id, write_disposition=merge},"
                        + " resources=[{name=calendar_events, endpoint={path=/v1/events, data_selector=items,"
                        + " paginator={type=offset, limit=100}}}]}");
    }

    @Test
    void placesNodesByTheLinesOfTheDocument() throws URISyntaxException {
        ConfigDocument document = read("000_466166e485d2cc67.txt", Map.of());
        assertThat(document.source().require("client").require("base_url").location())
                .endsWith("000_466166e485d2cc67.txt:13:21 client.base_url");
    }

    @Test
    void listsEveryPlaceWhereAMissingSecretWasLookedFor() throws URISyntaxException {
        ConfigDocument document = read("000_466166e485d2cc67.txt", Map.of());
        var key = document.source().require("client").require("auth").require("api_key");
        assertThatThrownBy(key::secret)
                .hasMessageContaining("000_466166e485d2cc67.txt:17:24 client.auth.api_key: the secret 'api_key' is not"
                        + " set. Tried, in this order:\n      environment variable API_KEY\n      "
                        + folder.resolve(".headrace/secrets.toml") + " (no such file)")
                .hasMessageEndingWith("Set the environment variable API_KEY, or write api_key = \"...\" to"
                        + " .headrace/secrets.toml");
    }
}
