package dev.headrace.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.tree.ConfigNodes;
import dev.headrace.config.tree.Lookups;
import dev.headrace.config.tree.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a document, the reader either reads it or says what is wrong. */
class DamagedDocumentsTest {

    private static final String ALPHABET = "{}[]()'\"`~:,#\\\t\n *&!|>%@=+-.0a$f\u00e9\0";

    private static final String PYTHON = """
            import dlt
            BASE = "https://x.y"
            def f(a: str = dlt.secrets.value, *, b=[1, (2, 3)]):
                c: RESTAPIConfig = {"client": {"base_url": f"{BASE}/v1", "auth": BearerTokenAuth(a), **dict(x=-1.5e3)},
                    "resources": ["a", {'name': r'b', 'endpoint': '''c
                    d'''}, *b]}
                yield from rest_api_resources(c, name="x")
            dlt.pipeline("p", destination=dlt.destinations.duckdb("f"))
            """;

    private static final String YAML = """
            pipeline: p
            source:
              client: {base_url: "https://x.y", headers: {A: 'b'}}
              resources:
                - posts
                - name: events
                  endpoint: &e
                    path: |
                      v1/events
                  more: *e
                  <<: *e
            """;

    private static String seed() throws IOException {
        try (InputStream stream = DamagedDocumentsTest.class.getResourceAsStream("/seeds/004_d5fdd42b7d587ef1.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void givesEitherAConfigurationOrAConfigException() throws IOException {
        String json = "{\"client\": {\"base_url\": \"x\\u0041\"}, \"resources\": [1, -2.5e3, null, true]}";
        int readable = 0;
        for (String document : new String[] {seed(), PYTHON, YAML, json}) {
            Random random = new Random(4711);
            for (int i = 0; i < 1000; i++) {
                readable += reads(damaged(document, random)) ? 1 : 0;
            }
        }
        assertThat(readable).isBetween(200, 3_800);
    }

    private static String damaged(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        for (int i = random.nextInt(4); i >= 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length() - 1);
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, c);
                case 2 -> text.setCharAt(at, c);
                case 3 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
        }
        return text.toString();
    }

    private static boolean reads(String document) {
        try {
            Found found = DocumentReaders.read(SourceText.of("d", document), Optional.empty(), OptionalInt.empty());
            DocumentShape shape = DocumentShape.of(found.configuration());
            ConfigNode node = ConfigNodes.of(shape.source(), Lookups.none());
            node.value();
            return true;
        } catch (ConfigException expected) {
            return !expected.problems().isEmpty() && expected.message().contains("${");
        }
    }
}
