package dev.headrace.config.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Settings;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigNodesTest {

    @Test
    void keepsTheOrderOfKeys() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", 2);
        assertThat(ConfigNodes.of(map).keys()).containsExactly("z", "a");
    }

    @Test
    void changesWhatTakesThePlaceOfAPlaceholderAndNothingElse() {
        Lookups lookups = new Lookups(Settings.none(), Map.of("KEY", "a{b}"), new Redactor());
        ConfigNode node =
                ConfigNodes.of(Map.of("x", "{id}-${env.KEY}"), lookups).require("x");

        assertThat(node.text(value -> value.replace("{", "{{"))).isEqualTo("{id}-a{{b}");
        assertThat(node.text()).isEqualTo("{id}-a{b}");
    }

    @Test
    void tellsPathsThroughObjectsAndLists() {
        ConfigNode node = ConfigNodes.of(Map.of("resources", List.of(Map.of("endpoint", Map.of("a b", 1)))));
        ConfigNode endpoint = node.require("resources").elements().get(0).require("endpoint");
        assertThat(endpoint.path()).isEqualTo("resources[0].endpoint");
        assertThat(endpoint.location()).isEqualTo("in code resources[0].endpoint");
        assertThat(endpoint.require("a b").path()).isEqualTo("resources[0].endpoint['a b']");
    }

    @Test
    void givesPlainJavaValues() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "x");
        map.put("integer", 1);
        map.put("large", new BigInteger("9223372036854775808"));
        map.put("decimal", 1.5f);
        map.put("truth", true);
        map.put("nothing", null);
        map.put("list", List.of(1L, "b"));
        assertThat(ConfigNodes.of(map).value())
                .hasToString("{text=x, integer=1, large=9223372036854775808, decimal=1.5, truth=true, nothing=null,"
                        + " list=[1, b]}");
    }

    @Test
    void refusesValuesThatNoDocumentCouldHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigNodes.of(Map.of("since", LocalDate.EPOCH)))
                .withMessageContaining("java.time.LocalDate");
    }

    @Test
    void neverTakesATextForANumber() {
        ConfigNode limit = ConfigNodes.of(Map.of("limit", "10")).require("limit");
        assertThat(limit.kind()).isEqualTo(Kind.TEXT);
        assertThatThrownBy(limit::integer)
                .isInstanceOf(ConfigException.class)
                .hasMessage("in code limit: expected an integer, found a text ('10'); remove the quotes");
    }

    @Test
    void doesNotShowTheValueOfASecretThatIsOfTheWrongKind() {
        ConfigNode token = ConfigNodes.of(Map.of("api_key", 12345)).require("api_key");
        assertThatThrownBy(token::text)
                .hasMessage("in code api_key: expected a text, found an integer; put it in quotes");
    }

    @Test
    void takesTheDigitsOfANumberAsSecretAndTeachesTheRedactor() {
        Redactor redactor = new Redactor();
        ConfigNode node = ConfigNodes.of(Map.of("api_key", 12345), new Lookups(Settings.none(), Map.of(), redactor));
        assertThat(node.require("api_key").secret().reveal()).isEqualTo("12345");
        assertThat(redactor.redact("key=12345")).isEqualTo("key=***");
    }

    @Test
    void resolvesPlaceholdersWithinTextsWhenTheyAreRead() {
        Redactor redactor = new Redactor();
        ConfigNode node = ConfigNodes.of(
                Map.of("a", "${env.HOST}/v1?k=${secrets.key}", "b", "$${env.HOST}", "c", "$x {y} ${config.n}"),
                new Lookups(new OneSetting(), Map.of("HOST", "https://h"), redactor));
        assertThat(node.text("a")).contains("https://h/v1?k=value-of-key");
        assertThat(node.text("b")).contains("${env.HOST}");
        assertThat(node.text("c")).contains("$x {y} value-of-n");
        assertThat(redactor.redact("value-of-key, value-of-n")).isEqualTo("***, value-of-n");
    }

    @Test
    void letsAPlaceholderStandForANumberOrATruthValue() {
        ConfigNode node = ConfigNodes.of(
                Map.of("limit", "${env.N}", "on", "${env.B}"),
                new Lookups(Settings.none(), Map.of("N", "50", "B", "true"), new Redactor()));
        assertThat(node.require("limit").integer()).isEqualTo(50);
        assertThat(node.require("on").bool()).isTrue();
    }

    @Test
    void namesAMissingVariableAndHowToSetIt() {
        ConfigNode node = ConfigNodes.of(Map.of("url", "${env.HOST}"));
        assertThatThrownBy(() -> node.text("url"))
                .hasMessage("in code url: the environment variable HOST is not set; set it with: export HOST=...");
    }

    @Test
    void saysThatAPlaceholderHasNoName() {
        ConfigNode node = ConfigNodes.of(Map.of("a", "${secrets.}"));
        assertThatThrownBy(() -> node.text("a"))
                .hasMessageContaining("the placeholder ${secrets.} has no name; write it like ${secrets.api_key}");
    }

    @Test
    void advisesToRemoveQuotesOnlyAroundANumber() {
        ConfigNode node = ConfigNodes.of(Map.of("limit", "abc")).require("limit");
        assertThatThrownBy(node::integer).hasMessageEndingWith("expected an integer, found a text ('abc')");
    }

    @Test
    void suggestsWhatAnUnknownPlaceholderMeant() {
        ConfigNode node = ConfigNodes.of(Map.of("a", "${secret.x}", "b", "${API_KEY}", "c", "${env.X"));
        assertThatThrownBy(() -> node.text("a")).hasMessageContaining("did you mean ${secrets.x}?");
        assertThatThrownBy(() -> node.text("b")).hasMessageContaining("did you mean ${env.API_KEY}?");
        assertThatThrownBy(() -> node.text("c")).hasMessageContaining("'${' is not closed by '}'");
    }

    /** Knows a value for every name. */
    private static final class OneSetting implements Settings {
        @Override
        public Optional<String> find(List<String> paths) {
            return Optional.of("value-of-" + paths.get(0));
        }

        @Override
        public Optional<Secret> findSecret(List<String> paths) {
            return find(paths).map(Secret::of);
        }

        @Override
        public List<String> places(List<String> paths) {
            return List.of();
        }
    }
}
