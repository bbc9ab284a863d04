package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is under way at a time, the records are those that come one request after another, in their order. */
class AtOncePropertyTest {

    private static final List<String> PAGINATORS = List.of("offset", "page_number", "cursor", "json_link", "auto");

    /**
     * An API of parents with children of their own.
     *
     * @param total parents
     * @param size parents on a page
     * @param most the largest number of children that a parent has
     * @param childSize children on a page
     * @param failing every so many-th target fails when it is asked for the first time; 0 for none
     */
    record Api(int total, int size, int most, int childSize, int failing, String parents, String children) {

        String resources() {
            return "[{'name': 'p', 'endpoint': {'path': 'p', 'paginator': " + paginator(parents, size) + "}},"
                    + "{'name': 'k', 'include_from_parent': ['id'], 'endpoint': {'path': 'p/{resources.p.id}/k',"
                    + "'paginator': " + paginator(children, childSize) + "}},"
                    + "{'name': 'g', 'endpoint': {'path': 'g/{resources.k.id}', 'data_selector': 'data'}}]";
        }

        private static String paginator(String type, int size) {
            return switch (type) {
                case "offset" -> "{'type': 'offset', 'limit': " + size + "}";
                case "page_number" -> "{'type': 'page_number', 'total_path': 'pages'}";
                case "cursor" -> "{'type': 'cursor', 'cursor_path': 'cursor', 'cursor_param': 'from'}";
                default -> "'" + type + "'";
            };
        }

        Answer answer(RecordedRequest request) {
            String[] path = request.path().split("/");
            if (path[1].equals("g")) {
                return Answer.json("{\"data\":[{\"of\":\"" + path[2] + "\"}]}");
            }
            if (path.length == 2) {
                return page(request, "", total, size, parents);
            }
            int id = Integer.parseInt(path[2]);
            return page(request, id + "-", most == 0 ? 0 : id * 7 % (most + 1), childSize, children);
        }

        private static Answer page(RecordedRequest request, String prefix, int total, int size, String type) {
            int pages = (total + size - 1) / size;
            int from = request.param("offset")
                    .or(() -> request.param("from"))
                    .map(Integer::valueOf)
                    .orElseGet(() ->
                            size * request.param("page").map(Integer::valueOf).orElse(0));
            int end = Math.min(total, from + size);
            String records = IntStream.range(from, Math.max(from, end))
                    .mapToObj(id -> "{\"id\":\"" + prefix + id + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            String next = end < total && type.equals("cursor") ? ",\"cursor\":" + end : "";
            boolean linked = end < total && (type.equals("json_link") || type.equals("auto"));
            String link = linked ? ",\"next\":\"" + request.path() + "?from=" + end + "\"" : "";
            return Answer.json(
                    "{\"data\":" + records + ",\"total\":" + total + ",\"pages\":" + pages + next + link + "}");
        }
    }

    @Provide
    Arbitrary<Api> apis() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(0, 0, 2, 5),
                        Arbitraries.of(PAGINATORS),
                        Arbitraries.of(PAGINATORS))
                .as(Api::new);
    }

    /** What came of one reading. */
    private record Outcome(List<String> p, List<String> k, List<String> g, Set<String> targets, int mostAtOnce) {}

    private static Outcome read(Api script, int concurrency) {
        Set<String> asked = ConcurrentHashMap.newKeySet();
        try (FakeApi api = FakeApi.start()) {
            api.otherwise(request -> {
                boolean first = asked.add(request.target());
                boolean fails = first && script.failing > 0 && request.target().hashCode() % script.failing == 0;
                return fails ? failure(request) : script.answer(request);
            });
            Reading reading = Reading.of(Reading.source("{'client': {'base_url': '" + api.url() + "', 'concurrency': "
                    + concurrency + "}, 'resources': " + script.resources() + "}"));
            return new Outcome(
                    reading.records("p"), reading.records("k"), reading.records("g"), asked, api.mostAtOnce());
        }
    }

    private static Answer failure(RecordedRequest request) {
        return request.target().length() % 2 == 0 ? Answer.status(503) : Answer.reset();
    }

    @Property(tries = 60)
    void severalAtATimeGiveWhatOneAtATimeGives(
            @ForAll("apis") Api api, @ForAll @IntRange(min = 2, max = 16) int concurrency) {
        Outcome one = read(api, 1);
        Outcome several = read(api, concurrency);

        assertThat(one.p).hasSize(api.total);
        assertThat(several.p).isEqualTo(one.p);
        assertThat(several.k).isEqualTo(one.k);
        assertThat(several.g).isEqualTo(one.g);
        assertThat(several.targets).isEqualTo(one.targets);
        assertThat(one.mostAtOnce).isEqualTo(1);
        assertThat(several.mostAtOnce).isLessThanOrEqualTo(concurrency);
    }
}
