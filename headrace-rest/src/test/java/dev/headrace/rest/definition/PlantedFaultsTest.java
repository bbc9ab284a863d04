package dev.headrace.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.json.JsonTree;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That no fault hides another one: each of a catalogue alone, every two of them, and some threes. */
class PlantedFaultsTest {

    private static final int THREES = 300;

    private static final String SOUND = """
            {"client": {
               "base_url": "http://h",
               "headers": {"Accept": "application/json"},
               "auth": {"type": "oauth2", "grant_type": "jwt_bearer", "token_url": "https://h/token", "client_id": "me",
                        "private_key": "%s", "assertion_lifetime": 60, "claims": {"a": 1}},
               "paginator": {"type": "page_number", "base_page": 1},
               "retry": {"max_attempts": 3, "statuses": [503], "methods": ["GET"]},
               "timeout": {"connect": 5, "read": 5},
               "rate_limit": [{"requests": 10, "per": "1s"}]},
             "resource_defaults": {"columns": [{"name": "id", "data_type": "bigint"}], "endpoint": {"timeout": 9}},
             "parallelized": false,
             "resources": [
               {"name": "orgs", "selected": true, "max_table_nesting": 2,
                "columns": [{"name": "at", "data_type": "timestamp", "nullable": true}, {"name": "n", "precision": 3}],
                "write_disposition": {"disposition": "merge", "strategy": "scd2", "deduplicated": false,
                                      "boundary_timestamp": "2024-01-01"},
                "schema_contract": {"tables": "evolve", "columns": "freeze"},
                "processing_steps": [{"filter": "a > 1", "add": {"b": {"expression": "a"}}}, {"cast": {"c": "text"}}],
                "endpoint": {"path": "orgs", "method": "GET", "params": {"q": "1"}, "headers": {"X-A": "a"},
                  "data_selector": "items",
                  "response_format": {"type": "csv", "delimiter": ";", "quote": "'"},
                  "response_actions": [{"status_code": 404, "action": "ignore"},
                                       {"content": "x", "action": "fail", "message": "m"}],
                  "paginator": {"type": "offset", "limit": 10, "max_pages": 3},
                  "incremental": {"cursor_path": "at", "cursor_format": "iso", "initial_value": "2024-01-01",
                                  "row_order": "asc",
                                  "range_start": "closed", "window": {"step": "7d"}}}},
               {"name": "posts", "primary_key": "id", "processing_steps": [], "include_from_parent": ["id", {"field": "name", "resource": "orgs", "as": "n"}],
                "endpoint": {"path": "orgs/{resources.orgs.id}/posts", "on_error": "skip", "concurrency": 2,
                             "json": {"a": ["{resources.orgs.id}"]}}},
               {"name": "found", "endpoint": {"path": "graphql",
                  "graphql": {"query": "{a}", "variables": {"v": "1"}, "cursor": {"variable": "after", "path": "a.b"}}}},
               {"name": "old", "processing_steps": [], "endpoint": {"path": "x/{id}/y/{kind}",
                  "params": {"id": {"type": "resolve", "resource": "orgs", "field": "id"}, "kind": "k",
                             "since": {"type": "incremental", "cursor_path": "at"}}}}]}""";

    private static final String KEY = newKey();

    private static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256); // P-256, whatever a JDK takes by default
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\\n" + Base64.getEncoder().encodeToString(key)
                    + "\\n-----END PRIVATE KEY-----";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is written where, and what is said of it. */
    private record Fault(String path, String json, String told) {

        /** Whether what one of them writes takes the place of the other. */
        boolean touches(Fault other) {
            return (path + ".").startsWith(other.path + ".") || (other.path + ".").startsWith(path + ".");
        }

        @Override
        public String toString() {
            return path + " = " + json;
        }
    }

    private static Fault fault(String path, String json, String told) {
        return new Fault(path, json.replace('\'', '"'), told);
    }

    static Stream<Fault> faults() {
        String orgs = "resources.0.";
        String endpoint = orgs + "endpoint.";
        String posts = "resources.1.";
        String graphql = "resources.2.endpoint.";
        String params = "resources.3.endpoint.params.";
        return Stream.of(
                fault("nmae", "'x'", "unknown key 'nmae'"),
                fault("name", "7", "name: expected a text"),
                fault("parallelized", "'x'", "parallelized: expected true or false"),
                fault("client.bse_url", "'x'", "did you mean 'base_url'?"),
                fault("client.base_url", "'h'", "must start with http"),
                fault("client.headers.A B", "'x'", "'A B' is no name of a header"),
                fault("client.headers.Accept", "'a\\nb'", "line break"),
                fault("client.auth.private_key", "'nonsense'", "'private_key' cannot be used"),
                fault("client.auth.token_url", "'h/t'", "must be a whole URL"),
                fault("client.auth.assertion_lifetime", "0", "assertion_lifetime"),
                fault("client.auth.claims", "[]", "client.auth.claims: expected an object"),
                fault("client.auth.client_secrets", "'x'", "unknown key 'client_secrets'"),
                fault("client.paginator.base_page", "-1", "'base_page' is -1"),
                fault("client.paginator.limit", "5", "'limit' is no option of 'page_number'"),
                fault("client.retry.max_attempts", "0", "client.retry.max_attempts"),
                fault("client.retry.statuses", "[]", "client.retry.statuses: the list is empty"),
                fault("client.retry.methods", "['get']", "method 'get' is not allowed"),
                fault("client.timeout.connect", "'x'", "client.timeout.connect"),
                fault("client.timeout.read", "0", "client.timeout.read"),
                fault("client.rate_limit", "[]", "client.rate_limit: the list is empty"),
                fault("client.tls", "{'key': 'x'}", "client.tls"),
                fault("client.concurrency", "0", "'concurrency' is 0"),
                fault("resource_defaults.nme", "1", "unknown key 'nme'"),
                fault("resource_defaults.columns.0.data_type", "'big'", "unknown data type 'big'"),
                fault("resource_defaults.endpoint.path", "'x'", "'path' can't have a default"),
                fault(orgs + "selected", "'yes'", "resources[0].selected"),
                fault(orgs + "max_table_nesting", "-1", "resources[0].max_table_nesting"),
                fault(orgs + "columns.0.data_type", "'clock'", "unknown data type 'clock'"),
                fault(orgs + "columns.0.nullable", "1", "resources[0].columns[0].nullable"),
                fault(orgs + "columns.1.precision", "-3", "resources[0].columns[1].precision"),
                fault(orgs + "write_disposition.boundary_timestamp", "'soon'", "'soon' is no point in time"),
                fault(orgs + "write_disposition.deduplicated", "1", "write_disposition.deduplicated"),
                fault(orgs + "write_disposition.strategi", "1", "did you mean 'strategy'?"),
                fault(orgs + "schema_contract.tables", "'frozen'", "'frozen' is not allowed"),
                fault(orgs + "schema_contract.columns", "'x'", "schema_contract.columns"),
                fault(orgs + "processing_steps.0.filter", "'a >'", "'a >' is no JSONata expression"),
                fault(
                        orgs + "processing_steps.0.add.b",
                        "{'expr': 'a'}",
                        "unknown key 'expr'; did you mean 'expression'?"),
                fault(orgs + "processing_steps.1.filter", "'$sun(a)'", "unknown function $sun; did you mean '$sum'?"),
                fault(orgs + "processing_steps.1.cast.c", "'txt'", "'txt' is not allowed"),
                fault(
                        orgs + "processing_steps.1.rename",
                        "{'x': 'z', 'y': 'z'}",
                        "'rename' gives both 'x' and 'y' the name 'z'"),
                fault(endpoint + "method", "'get'", "method 'get' is not allowed"),
                fault(endpoint + "params.q", "'{'", "a single '{'"),
                fault(endpoint + "params.r", "'{incremental.strat}'", "unknown placeholder {incremental.strat}"),
                fault(endpoint + "headers.X-A", "5", "headers.X-A: expected a text"),
                fault(endpoint + "data_selector", "'a[['", "cannot read the data_selector"),
                fault(endpoint + "response_format.delimiter", "'ab'", "'delimiter' is 'ab'"),
                fault(endpoint + "response_format.quote", "''", "'quote' is ''"),
                fault(endpoint + "response_actions.0.status_code", "7", "7 is no status"),
                fault(endpoint + "response_actions.0.action", "'ingore'", "did you mean 'ignore'?"),
                fault(endpoint + "response_actions.1.message", "4", "response_actions[1].message"),
                fault(endpoint + "response_actions.1.action", "'stpo'", "did you mean 'stop'?"),
                fault(endpoint + "paginator.limit", "0", "'limit' is 0"),
                fault(endpoint + "paginator.pages", "0", "unknown key 'pages'"),
                fault(endpoint + "paginator.max_pages", "0", "'max_pages' is 0"),
                fault(endpoint + "incremental.row_order", "'up'", "'up' is not allowed"),
                fault(endpoint + "incremental.initial_value", "'soon'", "cannot use 'initial_value': the text 'soon'"),
                fault(endpoint + "incremental.end_value", "'later'", "cannot use 'end_value': the text 'later'"),
                fault(endpoint + "incremental.lag", "'1h'", "incremental.lag: expected a number"),
                fault(endpoint + "incremental.convert", "'sec'", "'sec' is no notation of time"),
                fault(endpoint + "incremental.range_end", "[]", "incremental.range_end"),
                fault(endpoint + "incremental.range_start", "'half'", "'half' is not allowed"),
                fault(endpoint + "incremental.window.step", "0", "window.step"),
                fault(endpoint + "incremental.laag", "0", "did you mean 'lag'?"),
                fault(endpoint + "rate_limits", "1", "did you mean 'rate_limit'?"),
                fault(
                        posts + "processing_steps",
                        "[{'exclude': ['id']}]",
                        "the steps leave no 'id', which is part of the primary_key"),
                fault(posts + "endpoint.path", "'orgs/{resources.orgs.id'", "a single '{'"),
                fault(posts + "endpoint.on_error", "'skipp'", "did you mean 'skip'?"),
                fault(posts + "endpoint.concurrency", "300", "'concurrency' is 300"),
                fault(posts + "endpoint.json.a.0", "'{resources.orgs}'", "cannot read the reference"),
                fault(
                        posts + "endpoint.json.b",
                        "'{resources.orgs.id}{resources.orgz.id}'",
                        "several parents, orgs, orgz"),
                fault(posts + "include_from_parent.0", "''", "include_from_parent[0]: the text is empty"),
                fault(posts + "include_from_parent.1.resource", "'org'", "'org' is not above resource 'posts'"),
                fault(graphql + "graphql.query", "''", "'query' is empty"),
                fault(graphql + "graphql.variables.v", "'{x}'", "unknown placeholder {x} in graphql.variables"),
                fault(graphql + "graphql.cursor.variable", "''", "'variable' is empty"),
                fault(graphql + "graphql.cursor.path", "'a[['", "'a[[' is no JSONPath"),
                fault(graphql + "json", "{'a': '}'}", "'graphql' is the body of the request"),
                fault(graphql + "paginator", "'single_page'", "'paginator' and 'graphql.cursor' exclude each other"),
                fault(params + "id.feld", "1", "unknown key 'feld'"),
                fault(params + "id.field", "'a[['", "resources[3].endpoint.params.id.field"),
                fault(params + "kind", "null", "needs a value for 'kind', found null"),
                fault(params + "since.row_order", "'up'", "'up' is not allowed"),
                fault(params + "since.end_param", "'until'", "'end_param' is not possible in the parameter 'since'"),
                fault(
                        "resources.3.processing_steps",
                        "[{'rename': {'at': 'when'}}]",
                        "the steps leave no 'at', which is the cursor_path"),
                fault("resources.3.nam", "'x'", "unknown key 'nam'"));
    }

    /** One fault of these is two: what stands in the wrong place is wrong in itself as well. */
    private static int problemsOf(Fault fault) {
        return fault.path().equals("resources.2.endpoint.json") || fault.path().equals("resources.1.endpoint.json.b")
                ? 2
                : 1;
    }

    @Test
    void isSoundWithoutThem() {
        assertThat(problems(List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areToldAlone(Fault fault) {
        assertAllTold(List.of(fault));
    }

    @Test
    void areToldInTwos() {
        List<Fault> all = faults().toList();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (!all.get(i).touches(all.get(j))) {
                    assertAllTold(List.of(all.get(i), all.get(j)));
                }
            }
        }
    }

    @Test
    void areToldInThrees() {
        List<Fault> all = faults().toList();
        Random random = new Random(7);
        for (int i = 0; i < THREES; i++) {
            List<Fault> three = new ArrayList<>();
            while (three.size() < 3) {
                Fault next = all.get(random.nextInt(all.size()));
                if (three.stream().noneMatch(next::touches)) {
                    three.add(next);
                }
            }
            assertAllTold(three);
        }
    }

    @Test
    void areToldAllAtOnce() {
        List<Fault> planted = new ArrayList<>();
        faults().filter(fault -> planted.stream().noneMatch(fault::touches)).forEach(planted::add);
        assertAllTold(planted);
    }

    private static void assertAllTold(List<Fault> faults) {
        List<String> problems = problems(faults);
        for (Fault fault : faults) {
            assertThat(problems).as("%s among %s", fault, faults).anyMatch(problem -> problem.contains(fault.told()));
        }
        assertThat(problems)
                .as("of %s", faults)
                .hasSize(faults.stream().mapToInt(PlantedFaultsTest::problemsOf).sum());
    }

    @SuppressWarnings("unchecked") // the root of a configuration is an object
    private static List<String> problems(List<Fault> faults) {
        Object root =
                Objects.requireNonNull(JsonTree.parse(SOUND.formatted(KEY)).toJava());
        faults.forEach(fault -> plant(
                root,
                List.of(fault.path().split("\\.")),
                JsonTree.parse(fault.json()).toJava()));
        Problems problems = new Problems();
        problems.check(() -> SourceParser.parse(
                JavaNode.of((Map<String, Object>) root),
                new ComponentContext("rest_api", Path.of(""), Settings.none(), new Redactor())));
        return thrown(problems);
    }

    private static List<String> thrown(Problems problems) {
        try {
            problems.throwIfAny();
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    @SuppressWarnings("unchecked") // as the paths of the catalogue have it
    private static void plant(Object into, List<String> path, @Nullable Object value) {
        String key = path.get(0);
        boolean last = path.size() == 1;
        if (into instanceof List) {
            List<@Nullable Object> list = (List<@Nullable Object>) into;
            if (last) {
                list.set(Integer.parseInt(key), value);
            } else {
                plant(Objects.requireNonNull(list.get(Integer.parseInt(key))), path.subList(1, path.size()), value);
            }
        } else if (last) {
            ((Map<String, @Nullable Object>) into).put(key, value);
        } else {
            plant(Objects.requireNonNull(((Map<String, Object>) into).get(key)), path.subList(1, path.size()), value);
        }
    }
}
