package dev.headrace.rest.read;

import dev.headrace.rest.definition.ClientDefinition;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.definition.SourceDefinition;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Origin;
import dev.headrace.rest.template.Part;
import dev.headrace.source.ReadContext;
import dev.headrace.source.RecordSinks;
import dev.headrace.source.SourceReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a source: the resources without a parent take turns page by page, each followed by its children. */
public final class RestReader implements SourceReader {

    private final SourceDefinition source;
    private final ReadContext context;
    private final ApiClient client;
    private final Deque<Branch> waiting = new ArrayDeque<>();

    public RestReader(SourceDefinition source, ReadContext context) {
        this.source = source;
        this.context = context;
        this.client = new ApiClient(source.client().limits(), context);
        source.resources().stream()
                .filter(resource -> resource.parent() == null && source.isNeeded(resource))
                .forEach(resource -> waiting.add(new Branch(reading(resource))));
    }

    @Override
    public boolean readPage(RecordSinks sinks) {
        while (!waiting.isEmpty()) {
            Branch due = waiting.remove();
            if (due.readPage(sinks)) {
                waiting.add(due);
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.close();
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
                        resource.endpoint().limits()),
                new RequestFactory(
                        resource.name(),
                        shared.baseUrl(),
                        shared.headers(),
                        resource.endpoint().request()),
                context,
                children);
    }

    /** Where the configuration itself sends requests; an address that comes with the data is not among them. */
    private Set<Origin> trusted(ResourceDefinition resource) {
        Set<Origin> origins = new HashSet<>();
        String base = source.client().baseUrl();
        if (!base.isEmpty()) {
            origins.add(Origin.of(base));
        }
        if (resource.endpoint().request().path().isAddress()
                && resource.endpoint().request().path().template().parts().get(0) instanceof Part.Literal address) {
            origins.add(Origin.of(address.text()));
        }
        return origins;
    }
}
