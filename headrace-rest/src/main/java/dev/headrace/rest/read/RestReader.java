package dev.headrace.rest.read;

import dev.headrace.rest.definition.ClientDefinition;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.definition.SourceDefinition;
import dev.headrace.rest.flight.Flights;
import dev.headrace.rest.flight.Window;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.http.Trust;
import dev.headrace.rest.template.Part;
import dev.headrace.source.ReadContext;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.SourceReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a source, with one request at a time unless it says otherwise. */
public final class RestReader implements SourceReader {

    private final SourceDefinition source;
    private final ReadContext context;
    private final ApiClient client;
    private final Stages stages;
    /** Null: one request at a time. */
    private final @Nullable Flights flights;

    public RestReader(SourceDefinition source, ReadContext context) {
        this.source = source;
        this.context = context;
        int most = context.samplesOnly() ? 1 : source.mostAtOnce();
        this.flights = most == 1 ? null : new Flights(context, most);
        this.client = new ApiClient(
                source.client().limits(), source.client().network(), flights == null ? context : flights.context());
        List<ResourceReading> roots = source.resources().stream()
                .filter(resource -> resource.parent() == null && source.isNeeded(resource))
                .map(this::reading)
                .toList();
        this.stages = new Stages(roots, flights == null ? Turns::new : jobs -> traffic(jobs, flights));
    }

    private Traffic traffic(List<Job> roots, Flights several) {
        Window all = Window.of(source.mostAtOnce());
        Window shared = all.within(source.client().concurrency());
        Function<ResourceReading, Window> windows = resource -> {
            Integer own = resource.definition().concurrency();
            return own == null ? shared : all.within(own);
        };
        return new Traffic(
                roots.stream().map(root -> new LaneTree(root, several, windows)).toList(), several);
    }

    @Override
    public boolean readPage(RecordSinks sinks) {
        return stages.readPage(sinks);
    }

    @Override
    public boolean atCommitPoint() {
        return stages.atCommitPoint();
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
        return new ResourceReading(
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
                context,
                children,
                resource.concurrency() == null ? shared.concurrency() : resource.concurrency());
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
