package dev.headrace.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Settings;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.RetryPolicy;
import dev.headrace.rest.http.TestNode;
import dev.headrace.rest.http.TestRun;
import dev.headrace.rest.http.TestSettings;
import dev.headrace.rest.oauth.OAuth2;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorsTest {

    private static final List<String> PLACES =
            List.of("sources.rest_api.rest_api.", "sources.rest_api.", "sources.", "");

    @Test
    void nullIsNone() {
        assertThat(applied("null", Map.of())).isEqualTo(request());
    }

    @Test
    void aTokenAloneIsABearerToken() {
        assertThat(authorization("{\"token\": \"t\"}", Map.of())).isEqualTo("Bearer t");
        assertThat(authorization("{\"type\": \"bearer\", \"token\": \"t\"}", Map.of()))
                .isEqualTo("Bearer t");
    }

    @Test
    void anApiKeyGoesIntoAuthorizationByDefault() {
        assertThat(authorization("{\"type\": \"api_key\", \"api_key\": \"raw\"}", Map.of()))
                .isEqualTo("raw");
    }

    @ParameterizedTest
    @CsvSource({"query, ?k=v", "param, ?k=v", "header, ''", "cookie, ''"})
    void anApiKeyGoesWhereItIsTold(String location, String query) {
        String node =
                "{\"type\": \"api_key\", \"name\": \"k\", \"api_key\": \"v\", \"location\": \"" + location + "\"}";
        assertThat(applied(node, Map.of()).wireUrl()).isEqualTo("https://h/x" + query);
    }

    @Test
    void aTypeAloneTakesEverythingFromTheSettings() {
        assertThat(authorization("\"bearer\"", Map.of("credentials.token", "env")))
                .isEqualTo("Bearer env");
        assertThat(authorization("\"http_basic\"", Map.of("credentials.username", "U", "credentials.password", "P")))
                .isEqualTo("Basic VTpQ");
        Map<String, String> key = Map.of("credentials.api_key", "v", "credentials.name", "X-Key");
        assertThat(applied("\"api_key\"", key).headers().find("X-Key")).contains("v");
    }

    @Test
    void theMostSpecificPlaceWins() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String place : List.of("", "sources.", "sources.rest_api.", "sources.rest_api.rest_api.")) {
            settings.put(place + "credentials.token", "from " + place);
            assertThat(authorization("\"bearer\"", settings)).isEqualTo("Bearer from " + place);
        }
    }

    @Test
    void whatIsWrittenWinsOverTheSettings() {
        Map<String, String> settings = Map.of("credentials.api_key", "v", "credentials.name", "X-Env");
        HttpRequest applied = applied("{\"type\": \"api_key\", \"name\": \"X-Cfg\"}", settings);
        assertThat(applied.headers().find("X-Cfg")).contains("v");
    }

    @Test
    void settingsAreNotAskedWhenNothingIsMissing() {
        assertThat(authorization("{\"type\": \"api_key\", \"api_key\": \"v\"}", Map.of("credentials.name", "X-Env")))
                .isEqualTo("v");
    }

    @Test
    void aMissingFieldNamesEveryPlaceThatWasTried() {
        assertThatThrownBy(() -> create("{\"type\": \"http_basic\", \"username\": \"u\"}", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("node: 'password' is missing.")
                .satisfies(e ->
                        PLACES.forEach(place -> assertThat(e).hasMessageContaining(place + "credentials.password")));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThatThrownBy(() -> create("{\"type\": \"oauth2\", \"scop\": \"x\"}", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("did you mean 'scope'")
                .hasMessageContaining("'access_token_url' is missing")
                .hasMessageContaining("'client_id' is missing")
                .hasMessageContaining("'client_secret' is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "refresh_token, RefreshTokenGrant",
        "username, Password",
        "client_secret, ClientCredentials",
    })
    void theGrantIsToldByTheFieldsWhenItIsNotNamed(String key, String grant) {
        String node = "{\"type\": \"oauth2\", \"token_url\": \"https://h/token\", \"client_id\": \"i\", \"" + key
                + "\": \"v\"}";
        Map<String, String> settings = Map.of("credentials.client_secret", "s", "credentials.password", "p");
        OAuth2 made = (OAuth2) create(node, settings);
        assertThat(made.grant().getClass().getSimpleName()).isEqualTo(grant);
    }

    @ParameterizedTest
    @CsvSource({
        "oauth2, token_url",
        "oauth2, access_token_url",
        "oauth2_client_credentials, token_url",
        "oauth2_client_credentials, access_token_url"
    })
    void theClientCredentialsGrantHasTwoNamesAndItsUrlToo(String type, String key) {
        String node = "{\"type\": \"" + type + "\", \"" + key + "\": \"https://h/token\", \"client_id\": \"i\","
                + " \"client_secret\": \"s\", \"default_token_expiration\": 60,"
                + " \"access_token_request_data\": {\"scope\": \"a\"}}";
        OAuth2 made = (OAuth2) create(node, Map.of());
        assertThat(made.tokenUrl()).isEqualTo("https://h/token");
        assertThat(made.fields()).isEqualTo(Map.of("scope", "a"));
        assertThat(made.lifetime().otherwise()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void theDefaultsOfTheClientCredentialsGrantAreThoseOfDlt() {
        Map<String, String> settings = Map.of(
                "credentials.token_url", "https://h/t", "credentials.client_id", "i", "credentials.client_secret", "s");
        OAuth2 made = (OAuth2) create("\"oauth2\"", settings);
        assertThat(made.lifetime().otherwise()).isEqualTo(Duration.ofSeconds(3600));
        assertThat(made.fields()).isEmpty();
        assertThat(made.tokenUrl()).isEqualTo("https://h/t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"beerer\"                                               | did you mean 'bearer'",
                "{\"type\": \"digest\"}                                   | unknown auth type 'digest'",
                "{\"api_key\": \"k\"}                                     | 'type' is required",
                "{\"type\": \"bearer\", \"tokn\": \"x\"}                  | did you mean 'token'",
                "{\"type\": \"api_key\", \"api_key\": \"k\", \"location\": \"body\"} | header, query, param",
                "7                                                        | an integer",
                "{\"type\": \"oauth2\", \"token_url\": \"/t\", \"client_id\": \"i\", \"client_secret\": \"s\"} | whole URL",
                "{\"type\": \"oauth2\", \"grant_type\": \"pasword\"}                        | did you mean 'password'",
                "{\"type\": \"oauth2_password\", \"client_authentication\": \"basics\"} | did you mean 'basic'",
                "{\"type\": \"oauth2\", \"token_url\": \"/t\", \"access_token_url\": \"/t\"} | mean the same",
            })
    void refusesWhatItDoesNotKnow(String node, String message) {
        assertThatThrownBy(() -> create(node, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static String authorization(String node, Map<String, String> settings) {
        return applied(node, settings).headers().find("Authorization").orElse("");
    }

    private static HttpRequest applied(String node, Map<String, String> settings) {
        try (ApiClient client = new ApiClient(RetryPolicy.ofDefaults(), new TestRun())) {
            return create(node, settings).open(client).apply(request());
        }
    }

    private static Authenticator create(String node, Map<String, String> settings) {
        Settings found = new TestSettings(settings);
        ComponentContext context = TestNode.context(found);
        return Authenticators.create(TestNode.of(node), context);
    }

    private static HttpRequest request() {
        return HttpRequest.get("things", "https://h/x");
    }
}
