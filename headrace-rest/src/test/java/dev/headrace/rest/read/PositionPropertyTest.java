package dev.headrace.rest.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headrace.event.RunEvent;
import dev.headrace.rest.RestSource;
import dev.headrace.rest.read.PagedApi.Style;
import dev.headrace.rest.read.TreeApi.Scenario;
import dev.headrace.testkit.api.FakeApi;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wherever a reading is broken off, another reader brings exactly what the first one would have brought. */
class PositionPropertyTest {

    /** Requests at a time of the readers before and after the break. */
    private static final int[][] AT_ONCE = {{1, 1}, {4, 4}, {1, 4}, {4, 1}};

    @ParameterizedTest
    @EnumSource
    void everyPaginatorGoesOnWhereItWas(Style style) {
        for (int total : new int[] {0, 7}) {
            PagedApi api = new PagedApi(style, total, 2, 0);
            try (FakeApi server = FakeApi.start()) {
                server.otherwise(api::answer);
                for (int most : new int[] {0, 2}) {
                    if (most == 0 || style.isPaginator()) {
                        breakOffEverywhere(
                                server,
                                atOnce ->
                                        Reading.source("{'client': {'base_url': '" + server.url() + "', 'concurrency': "
                                                + atOnce + "}, 'resources': " + api.resource(most) + "}"));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfResourceGoesOnWhereItWas(Scenario scenario) {
        try (FakeApi server = TreeApi.start()) {
            breakOffEverywhere(server, atOnce -> Reading.source(scenario.config(server.url(), atOnce)));
        }
    }

    private static void breakOffEverywhere(FakeApi server, IntFunction<RestSource> source) {
        Outcome whole = Outcome.of(new Legs(), server, legs -> legs.readOn(source.apply(1)));
        for (int i = 0; i < AT_ONCE.length; i++) {
            int before = AT_ONCE[i][0];
            int after = AT_ONCE[i][1];
            boolean left = true;
            int step = i == 0 ? 1 + whole.asked.size() / 20 : 1 + whole.asked.size() / 4;
            for (int pages = 0; left; pages += step) {
                Legs legs = new Legs();
                left = legs.read(source.apply(before), pages);
                int read = legs.reading.pages.size();
                List<String> asked = whole.asked;
                Outcome broken = Outcome.of(legs, server, one -> one.readOn(source.apply(after)));

                String place = before + " then " + after + " at once, after " + pages + " pages: " + legs.positions;
                assertThat(broken.records).as(place).isEqualTo(whole.records);
                assertThat(broken.states).as(place).isEqualTo(whole.states);
                assertThat(broken.totals).as(place).isEqualTo(whole.totals);
                assertThat(asked).as(place).containsAll(broken.asked);
                if (before == 1) { // else what was under way may arrive late
                    assertThat(broken.asked).as(place).doesNotHaveDuplicates().hasSize(asked.size() - read);
                }
                if (before == 1 && after == 1) {
                    assertThat(broken.asked)
                            .as(place)
                            .isEqualTo(asked.subList(asked.size() - broken.asked.size(), asked.size()));
                }
            }
        }
        everyPageByAnotherReader(whole, server, source);
    }

    private static void everyPageByAnotherReader(Outcome whole, FakeApi server, IntFunction<RestSource> source) {
        Outcome pieces = Outcome.of(new Legs(), server, legs -> {
            boolean left = true;
            while (left) {
                left = legs.read(source.apply(1), 1);
            }
        });
        assertThat(pieces.records).isEqualTo(whole.records);
        assertThat(pieces.states).isEqualTo(whole.states);
        assertThat(pieces.asked).isEqualTo(whole.asked);
    }

    /** What came of a reading. */
    private record Outcome(
            Map<String, List<String>> records,
            Map<String, Map<String, @Nullable Object>> states,
            TreeSet<String> totals,
            List<String> asked) {

        /** @param asked in what is done here */
        static Outcome of(Legs legs, FakeApi server, Consumer<Legs> done) {
            server.reset();
            done.accept(legs);
            Map<String, List<String>> records = new TreeMap<>();
            legs.reading.sinks.forEach((resource, sink) -> records.put(resource, List.copyOf(sink.records)));
            TreeSet<String> totals = new TreeSet<>();
            legs.reading.events.stream()
                    .filter(RunEvent.ResourceFinished.class::isInstance)
                    .forEach(event -> totals.add(event.toString()));
            legs.reading.events.stream()
                    .filter(RunEvent.Warned.class::isInstance)
                    .map(event -> ((RunEvent.Warned) event).message())
                    .filter(message -> message.contains("hides nothing") || message.contains("were skipped"))
                    .forEach(totals::add);
            List<String> asked = server.requests().stream()
                    .map(request -> request.method() + request.target() + request.bodyText())
                    .toList();
            return new Outcome(records, Reading.copy(legs.reading.states()), totals, asked);
        }
    }
}
