package dev.headrace.rest.read;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An API with parents ({@code /p}), children ({@code /p/1/k}) and theirs ({@code /p/1/k/2/g}), and others beside them
 * ({@code /q}), in pages of two, each with a number and a day that grow. The children of the third parent fail.
 */
final class TreeApi {

    private static final String PAGED = "'paginator': {'type': 'offset', 'limit': 2}, 'data_selector': 'data'";
    private static final String K = "{'name': 'k', 'endpoint': {'path': 'p/{resources.p.id}/k', " + PAGED;
    private static final String DAYS =
            "'params': {'since': '{incremental.start_value}', 'until': '{incremental.end_value}'},"
                    + " 'incremental': {'cursor_path': 'day', 'initial_value': '2025-12-21', 'cursor_format': 'yyyy-MM-dd',"
                    + " 'window': {'step': '3d'}, 'primary_key': 'id'}";
    private static final String NUMBERS =
            "'incremental': {'cursor_path': 'u', 'initial_value': 5, 'start_param': 'since', 'primary_key': 'id'}";

    /** Configurations of its resources. */
    enum Scenario {
        TWO_ROOTS(p("") + "," + q("")),
        CHILDREN(p("") + "," + K + "}, 'include_from_parent': ['id', 'name']}," + q("")),
        TWO_CHILDREN(
                p("") + "," + K + "}}, {'name': 'g', 'endpoint': {'path': 'p/{resources.p.id}/k/1/g', " + PAGED + "}}"),
        THREE_LEVELS(p("") + "," + K + "}, 'include_from_parent': ['name']}, {'name': 'g', 'endpoint': {'path':"
                + " 'p/{resources.k.p}/k/{resources.k.id}/g', " + PAGED
                + "}, 'include_from_parent': ['id', {'resource': 'p', 'field': 'name', 'as': 'top'}]}"),
        PARENTS_NOT_LOADED(p("").replaceFirst("'p',", "'p', 'selected': false,") + "," + K + "}}"),
        INCREMENTAL(p("," + NUMBERS)),
        ORDERED(p("," + NUMBERS.replace("'cursor_path'", "'row_order': 'asc', 'end_value': 40, 'cursor_path'"))),
        CURSOR_FOR_EACH_PARENT(p("") + "," + K + "," + NUMBERS + "}}"),
        WINDOWS(p("," + DAYS) + "," + q("")),
        WINDOWS_AND_CHILDREN(p("," + DAYS) + "," + K + "," + NUMBERS + "}}"),
        WINDOWS_FOR_EACH_PARENT(p("") + "," + K + "," + DAYS + "}}"),
        FAILING(p("") + "," + K.replace("/k'", "/f'") + ", 'on_error': 'skip'," + NUMBERS + "}}"),
        IGNORED(p("") + "," + K.replace("/k'", "/f'")
                + ", 'response_actions': [{'status_code': 404, 'action': 'ignore'}]}}"),
        STOPPED(p(", 'response_actions': [{'content': '\\\"id\\\":4', 'action': 'stop'}]") + "," + q("")),
        STEPS("{'name': 'p', 'endpoint': {'path': 'p', " + PAGED + "}, 'processing_steps': [{'filter': 'id != 1'},"
                + " {'mask': {'name': 'hash', 'rare': 'redact'}}]}," + K + "," + NUMBERS
                + "}, 'processing_steps': [{'map': '{\\\"u\\\": u, \\\"id\\\": id, \\\"one\\\": 1}'}]}");

        private final String resources;

        Scenario(String resources) {
            this.resources = resources;
        }

        String config(String url, int concurrency) {
            return "{'client': {'base_url': '" + url + "', 'concurrency': " + concurrency
                    + ", 'retry': {'max_retries': 0}}, 'resources': [" + resources + "]}";
        }
    }

    private TreeApi() {}

    private static String p(String more) {
        return "{'name': 'p', 'endpoint': {'path': 'p', " + PAGED + more + "}}";
    }

    private static String q(String more) {
        return p(more).replace("'p'", "'q'");
    }

    static FakeApi start() {
        return FakeApi.start().otherwise(TreeApi::answer);
    }

    private static Answer answer(RecordedRequest request) {
        String[] path = request.path().substring(1).split("/");
        int parent = path.length > 1 ? Integer.parseInt(path[1]) : 0;
        if (path.length == 3 && path[2].equals("f") && parent % 3 == 2) {
            return Answer.status(404);
        }
        int count = path.length == 1 ? 5 : (parent + path.length) % 5;
        List<String> records = IntStream.range(0, count)
                .filter(id ->
                        request.param("since").map(since -> isSince(id, since)).orElse(true))
                .filter(id -> request.param("until")
                        .map(until -> day(id).compareTo(until) <= 0)
                        .orElse(true))
                .mapToObj(id -> "{\"id\":" + id + ",\"p\":" + parent + ",\"u\":" + id * 10 + ",\"day\":\"" + day(id)
                        + "\",\"name\":\"n" + id + "\"" + (id == 0 && path.length == 1 ? ",\"rare\":1" : "") + "}")
                .toList();
        int offset = request.param("offset").map(Integer::parseInt).orElse(0);
        String page = String.join(",", records.stream().skip(offset).limit(2).toList());
        return Answer.json("{\"total\":" + records.size() + ",\"data\":[" + page + "]}");
    }

    private static boolean isSince(int id, String since) {
        return since.contains("-") ? day(id).compareTo(since) >= 0 : id * 10 >= Integer.parseInt(since);
    }

    private static String day(int id) {
        return "2025-12-2" + (id + 1);
    }
}
