package dev.headrace.rest.read;

import dev.headrace.rest.definition.ClientDefinition;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.definition.SourceDefinition;
import dev.headrace.rest.flight.Flights;
import dev.headrace.rest.flight.Window;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.http.Trust;
import dev.headrace.rest.position.Note;
import dev.headrace.rest.template.Part;
import dev.headrace.source.Completeness;
import dev.headrace.source.Completeness.Verdict;
import dev.headrace.source.ReadContext;
import dev.headrace.source.ReadingPosition;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.SourceReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a source, with one request at a time unless it says otherwise. */
public final class RestReader implements SourceReader {

    private final SourceDefinition source;
    private final ReadContext context;
    private final Round round;
    private final ApiClient client;
    private final PositionDocument positions;
    private final Stages stages;
    private final Map<String, ResourceReading> byName = new HashMap<>();
    /** Null: one request at a time. */
    private final @Nullable Flights flights;
    /** Within {@link #readPage}, where it waits or has failed. */
    private boolean reading;

    /** Begins with the first page of each resource. */
    public RestReader(SourceDefinition source, ReadContext context) {
        this(source, context, Optional.empty());
    }

    /**
     * Goes on where another reader has come to.
     *
     * @throws IllegalArgumentException when the position does not fit the source
     */
    public RestReader(SourceDefinition source, ReadContext context, ReadingPosition position) {
        this(source, context, Optional.of(PositionDocument.parse(position)));
    }

    private RestReader(SourceDefinition source, ReadContext context, Optional<Note> document) {
        this.source = source;
        this.context = context;
        Instant now = document.map(PositionDocument::now).orElseGet(context.clock()::instant);
        this.round = new Round(context, now, new Standpoint(), new Stock(context.redactor()));
        int most = context.samplesOnly() ? 1 : source.mostAtOnce();
        this.flights = most == 1 ? null : new Flights(context, most);
        this.client = new ApiClient(
                source.client().limits(), source.client().network(), flights == null ? context : flights.context());
        List<ResourceReading> roots = source.resources().stream()
                .filter(resource -> resource.parent() == null && source.isNeeded(resource))
                .map(this::reading)
                .toList();
        this.positions = new PositionDocument(round, roots);
        Function<List<Work>, ReadingOrder> orders = flights == null ? Turns::new : work -> traffic(work, flights);
        this.stages = document.map(note -> goneOn(note, orders)).orElseGet(() -> Stages.of(roots, orders));
    }

    private Stages goneOn(Note document, Function<List<Work>, ReadingOrder> orders) {
        try {
            return positions.read(document, orders);
        } catch (RuntimeException e) {
            close();
            throw new IllegalArgumentException(
                    "Cannot go on reading source '" + source.name() + "' from a position: " + e.getMessage(), e);
        }
    }

    private Traffic traffic(List<Work> work, Flights several) {
        Window all = Window.of(source.mostAtOnce());
        Window shared = all.within(source.client().concurrency());
        Function<ResourceReading, Window> windows = resource -> {
            Integer own = resource.definition().concurrency();
            return own == null ? shared : all.within(own);
        };
        return new Traffic(
                work.stream().map(one -> new LaneTree(one, several, windows)).toList(), several, round);
    }

    @Override
    public boolean readPage(RecordSinks sinks) {
        reading = true;
        round.standpoint().leave();
        boolean more = stages.readPage(sinks);
        round.standpoint().arrive();
        reading = false;
        if (stages.atCommitPoint()) {
            round.stock().clear();
        }
        return more;
    }

    @Override
    public Optional<ReadingPosition> position() {
        boolean standing = reading || context.stopRequested();
        return round.standpoint().isFirm() ? positions.write(stages, standing) : Optional.empty();
    }

    @Override
    public boolean atCommitPoint() {
        return stages.atCommitPoint();
    }

    @Override
    public Optional<Completeness> completeness(String resource) {
        return Optional.ofNullable(byName.get(resource)).map(this::completeness);
    }

    /** All of a child has come only if all of its parent has. */
    private Completeness completeness(ResourceReading reading) {
        Completeness own = reading.account().toCompleteness();
        String parent = reading.definition().parent();
        if (parent == null || own.verdict() != Verdict.COMPLETE) {
            return own;
        }
        Completeness above = completeness(Objects.requireNonNull(byName.get(parent)));
        boolean refused = above.leftOut().containsKey(Account.QUARANTINED);
        if (above.verdict() == Verdict.COMPLETE && !refused) {
            return own;
        }
        return new Completeness(
                own.announced(),
                own.read(),
                own.leftOut(),
                Verdict.UNPROVEN,
                "of its parent '" + parent + "', " + (refused ? "records are in quarantine" : above.reason()));
    }

    @Override
    public void close() {
        if (flights == null) {
            client.close();
            return;
        }
        flights.stop();
        client.close();
        flights.close();
    }

    private ResourceReading reading(ResourceDefinition resource) {
        List<ResourceReading> children = source.childrenOf(resource.name()).stream()
                .filter(source::isNeeded)
                .map(this::reading)
                .toList();
        ClientDefinition shared = source.client();
        ResourceReading reading = new ResourceReading(
                resource,
                client.resource(
                        resource.name(),
                        resource.endpoint().auth(),
                        trusted(resource),
                        resource.endpoint().limits(),
                        resource.steps().discretion()::body),
                new RequestFactory(
                        resource.name(),
                        shared.baseUrl(),
                        shared.headers(),
                        resource.endpoint().request()),
                round,
                children,
                resource.concurrency() == null ? shared.concurrency() : resource.concurrency());
        byName.put(resource.name(), reading);
        return reading;
    }

    /** Where the configuration itself sends requests; an address that comes with the data is not among them. */
    private Trust trusted(ResourceDefinition resource) {
        Set<Origin> origins = new HashSet<>();
        String base = source.client().baseUrl();
        if (!base.isEmpty()) {
            origins.add(Origin.of(base));
        }
        if (resource.endpoint().request().path().isAddress()
                && resource.endpoint().request().path().template().parts().get(0) instanceof Part.Literal address) {
            origins.add(Origin.of(address.text()));
        }
        return source.client().network().trust(origins);
    }
}
