package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in every place where a configuration can have one, and servers that say back all they hear. */
class SecretsTest {

    /** Each way to prove who one is. */
    static final Map<String, String> AUTH = new LinkedHashMap<>();

    /** Each way to fail, as what the API answers. */
    static final Map<String, Function<RecordedRequest, Answer>> ANSWERS = new LinkedHashMap<>();

    static {
        String client = ", token_url: '%s/token', client_id: cid, client_secret: '${secrets.client_secret}'";
        AUTH.put("bearer", "{type: bearer, token: '${secrets.token}'}");
        AUTH.put("bearer written", "{token: '" + mark("written_token") + "'}");
        AUTH.put("key in a header", "{type: api_key, name: X-K, api_key: '${secrets.key}'}");
        AUTH.put("key in the query", "{type: api_key, name: appid, api_key: '${secrets.key}', location: query}");
        AUTH.put("key in a cookie", "{type: api_key, name: k, api_key: '${secrets.key}', location: cookie}");
        AUTH.put("basic", "{type: http_basic, username: ann, password: '${secrets.password}'}");
        AUTH.put("client credentials", "{type: oauth2" + client + "}");
        AUTH.put("client in a header", "{type: oauth2, client_authentication: basic" + client + "}");
        AUTH.put("refresh token", "{type: oauth2, refresh_token: '${secrets.refresh}'" + client + "}");
        AUTH.put("password", "{type: oauth2, username: ann, password: '${secrets.password}'" + client + "}");
        AUTH.put(
                "assertion",
                "{type: oauth2_jwt_bearer, private_key_file: key.pem,"
                        + " private_key_passphrase: '${secrets.passphrase}'" + client + "}");
        ANSWERS.put("records", r -> Answer.json("[{\"id\": 1}]"));
        ANSWERS.put("401", r -> Answer.json(echo(r)).withStatus(401));
        ANSWERS.put("403 in HTML", r -> Answer.status(403).body(html(r)).header("Content-Type", "text/html"));
        ANSWERS.put("404", r -> Answer.status(404).body(r.bodyText() + r.target()));
        ANSWERS.put("500", r -> Answer.json(echo(r)).withStatus(500));
        ANSWERS.put("429", r -> Answer.status(429).header("Retry-After", "7").body(echo(r)));
        ANSWERS.put("a redirect in a circle", r -> Answer.redirect(r.target()));
        ANSWERS.put("an HTML page", r -> Answer.status(200).body(html(r)).header("Content-Type", "text/html"));
        ANSWERS.put("broken JSON", r -> Answer.json("[{\"a\": 1}, " + echo(r).replace("}", "")));
        ANSWERS.put("broken JSON later", r -> Answer.json("[" + " ".repeat(170) + raw(r) + "]"));
        ANSWERS.put("an unusable next link", r -> Answer.json("{\"data\": [], \"next\": " + echo(r) + "}"));
        ANSWERS.put(
                "the same next link", r -> Answer.json("{\"data\": [{\"id\": 1}], \"next\": \"" + r.target() + "\"}"));
        ANSWERS.put("nothing", r -> Answer.reset());
        ANSWERS.put(
                "a scalar",
                r -> Answer.json("\"" + r.header("X-Custom").orElse("") + "\"").withStatus(400));
    }

    @TempDir
    Path temp;

    private final FakeApi api = FakeApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    /** A value that changes in every spelling, and that nothing else has. */
    private static String mark(String place) {
        return "mk/" + place + "+Q=w~&z 9x" + place.length() * 7919;
    }

    private static List<String> places() {
        return List.of(
                "token",
                "written_token",
                "key",
                "password",
                "client_secret",
                "refresh",
                "passphrase",
                "header",
                "written_header",
                "cookie",
                "query",
                "written_query",
                "path",
                "body",
                "written_body",
                "user_info",
                "issued",
                "rotated",
                "proxy");
    }

    private static String raw(RecordedRequest request) {
        StringBuilder all = new StringBuilder(request.method() + " " + request.target() + " " + request.bodyText());
        request.headers()
                .forEach(header ->
                        all.append(' ').append(header.name()).append(": ").append(header.value()));
        return all.toString();
    }

    private static String echo(RecordedRequest request) {
        return dev.headrace.json.JsonText.write(Map.of("error", raw(request), "you", request.target()));
    }

    private static String html(RecordedRequest request) {
        return "<html><p>" + raw(request).replace("&", "&amp;").replace("\"", "&quot;") + "</p></html>";
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Shell shell(String auth, String baseUrl) {
        Shell shell = new Shell(temp);
        StringBuilder secrets = new StringBuilder();
        places().forEach(place ->
                secrets.append(place).append(" = '").append(mark(place)).append("'\n"));
        shell.write(".headrace/secrets.toml", secrets.toString());
        shell.write("key.pem", EncryptedKey.pem(mark("passphrase")));
        shell.export("SID_TOKEN", mark("cookie")).export("RUNTIME__LOG_LEVEL", "DEBUG");
        shell.export("HTTPS_PROXY", "http://ann:" + encoded(mark("proxy")) + "@localhost:1");
        shell.write("things.yml", """
                client:
                  base_url: %s
                  headers: {X-Custom: '${secrets.header}', X-Api-Token: '%s', Cookie: 'sid=${env.SID_TOKEN}'}
                  auth: %s
                resources:
                  - name: things
                    endpoint:
                      path: v1/${secrets.path}/things
                      method: POST
                      params: {odd: '${secrets.query}', api_key: '%s'}
                      json: {deep: ['${secrets.body}'], password: '%s'}
                      paginator: {type: json_link, next_url_path: next}
                  - {name: parts, endpoint: {path: 'v1/things/{resources.things.id}', params: {odd: '${secrets.query}'}}}
                """.formatted(
                        baseUrl,
                        mark("written_header"),
                        auth.formatted(api.url()),
                        mark("written_query"),
                        mark("written_body")));
        return shell;
    }

    private String baseUrl() {
        return api.url().replace("//", "//ann:" + encoded(mark("user_info")) + "@");
    }

    private void answer(Function<RecordedRequest, Answer> answer) {
        api.otherwise(request -> request.path().equals("/token")
                ? Answer.json("{\"access_token\": \"" + mark("issued") + "\", \"refresh_token\": \"" + mark("rotated")
                        + "\"}")
                : answer.apply(request));
    }

    static Stream<Arguments> authAndAnswers() {
        List<String> answers = List.copyOf(ANSWERS.keySet());
        List<String> auths = List.copyOf(AUTH.keySet());
        return IntStream.range(0, answers.size() * 3)
                .mapToObj(i -> Arguments.of(auths.get(i % auths.size()), answers.get(i % answers.size())));
    }

    @ParameterizedTest
    @MethodSource("authAndAnswers")
    void noRunShowsASecret(String auth, String answer) {
        answer(of(ANSWERS, answer));
        Shell shell = shell(of(AUTH, auth), baseUrl());
        shell.onTerminal(answer.length() % 2 == 0 ? 60 : 200);
        Shell.Output output = shell.headrace("run", "things.yml", "--report", "report.json", "--json");
        assertThat(output.all()).contains("things");
        assertNothingShown(shell, output);
    }

    @ParameterizedTest
    @FieldSource("CHECKED")
    void noCheckShowsASecret(String answer) {
        answer(of(ANSWERS, answer));
        Shell shell = shell(of(AUTH, "key in the query"), baseUrl());
        assertNothingShown(shell, shell.headrace("check", "things.yml"));
    }

    static final List<String> CHECKED = List.copyOf(ANSWERS.keySet());

    @ParameterizedTest
    @ValueSource(strings = {"client credentials", "client in a header", "refresh token", "password", "assertion"})
    void noRefusalOfATokenShowsASecret(String auth) {
        for (Function<RecordedRequest, Answer> answer : ANSWERS.values()) {
            api.reset();
            api.otherwise(answer::apply);
            Shell shell = shell(of(AUTH, auth), baseUrl());
            assertNothingShown(shell, shell.headrace("run", "things.yml", "--report", "report.json"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://ann:%s@no-such-host.invalid", "https://ann:%s@no-such-host.invalid", "ftp://ann:%s@h"})
    void noServerThatIsNotThereShowsASecret(String baseUrl) {
        Shell shell = shell(of(AUTH, "basic"), baseUrl.formatted(encoded(mark("user_info"))));
        assertNothingShown(shell, shell.headrace("run", "things.yml"));
        assertNothingShown(shell, shell.headrace("check", "things.yml"));
    }

    @Test
    void noOtherServerIsToldASecret() {
        answer(request -> request.header("Host").orElse("").startsWith("localhost")
                ? Answer.json(echo(request)).withStatus(500)
                : Answer.redirect(api.otherUrl() + "/else"));
        Shell shell = shell(of(AUTH, "bearer"), baseUrl());
        assertNothingShown(shell, shell.headrace("run", "things.yml"));
        String told = api.requests().stream()
                .filter(request -> request.path().equals("/else"))
                .map(SecretsTest::raw)
                .reduce("", String::concat);
        assertThat(told).contains("/else");
        places().forEach(place -> assertThat(told).doesNotContain(mark(place)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.headers=%s",
                "client.auth=%s",
                "client.auth.token=[%s]",
                "client.auth.type=%s",
                "client.auth.tokn=%s",
                "client.base_url=%s",
                "client.paginator=%s",
                "client.auth={type: api_key, location: %s}",
                "client.auth={type: oauth2, token_url: %s}",
                "client.auth={type: oauth2_jwt_bearer, token_url: 'https://h', client_id: i, private_key: %s}",
                "client.auth={type: oauth2_jwt_bearer, token_url: 'https://h', client_id: i, private_key_file: %s}",
                "resources.things.endpoint.json=%s",
                "resources.things.endpoint.method=%s",
                "resources.things.endpoint.headers={Authorization: [%s]}",
                "resources.things.write_disposition=%s",
                "client.headers={X-Token: '{%s}'}",
                "client.allowed_hosts=[%s]"
            })
    void noMistakeInTheConfigurationShowsASecret(String mistake) {
        Shell shell = shell(of(AUTH, "bearer"), baseUrl());
        for (String value : List.of("'${secrets.token}'", "'" + mark("token") + "'")) {
            Shell.Output output = shell.headrace("check", "things.yml", "--offline", "--set", mistake.formatted(value));
            assertThat(output.exit()).as(mistake).isEqualTo(ExitCode.WRONG_CALL);
            assertNothingShown(shell, output);
        }
    }

    private static void assertNothingShown(Shell shell, Shell.Output output) {
        assertHidden("standard output", output.out());
        assertHidden("standard error", output.err());
        try (Stream<Path> files = Files.walk(shell.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = shell.folder().relativize(file).toString();
                boolean given = name.endsWith("secrets.toml") || name.endsWith(".pem") || name.endsWith(".yml");
                if (!given && !name.startsWith(".headrace/credentials")) {
                    assertHidden(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertHidden(String where, String text) {
        for (String place : places()) {
            String mark = mark(place);
            String form = java.net.URLEncoder.encode(mark, StandardCharsets.UTF_8);
            byte[] bytes = mark.getBytes(StandardCharsets.UTF_8);
            for (String spelling : List.of(
                    mark,
                    form,
                    form.replace("+", "%20"),
                    form.toLowerCase(java.util.Locale.ROOT),
                    mark.replace(" ", "%20"),
                    mark.replace("/", "\\/"),
                    mark.replace("&", "&amp;"),
                    Base64.getEncoder().withoutPadding().encodeToString(bytes),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                    Base64.getEncoder().encodeToString(("ann:" + mark).getBytes(StandardCharsets.UTF_8)),
                    Base64.getEncoder().encodeToString(("cid:" + form).getBytes(StandardCharsets.UTF_8)))) {
                assertThat(text).as("%s shows %s", where, place).doesNotContain(spelling);
            }
        }
    }

    private static <T> T of(Map<String, T> byName, String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
