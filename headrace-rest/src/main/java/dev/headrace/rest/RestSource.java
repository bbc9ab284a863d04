package dev.headrace.rest;

import dev.headrace.ConfigException;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import dev.headrace.rest.definition.Backfill;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.definition.SourceDefinition;
import dev.headrace.rest.definition.SourceIdentity;
import dev.headrace.rest.definition.SourceParser;
import dev.headrace.rest.read.Reprocessing;
import dev.headrace.rest.read.RestReader;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.ReadContext;
import dev.headrace.source.ReadingPosition;
import dev.headrace.source.Resource;
import dev.headrace.source.Source;
import dev.headrace.source.SourceReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A REST API as a source: what dlt calls {@code rest_api}. Made from a configuration, or in Java:
 *
 * <pre>{@code
 * Source source = RestSource.at("https://api.example.com")
 *         .auth(Auth.bearer(Secret.of(token)))
 *         .resource("events", events -> events.path("/v1/events")
 *                 .dataSelector("data")
 *                 .paginator(Paginators.offset(100))
 *                 .primaryKey("id")
 *                 .writeDisposition(WriteDisposition.merge()))
 *         .build();
 * }</pre>
 *
 * <p>Resources without a parent take turns page by page. The children of a page are read before the next page of their
 * parent. One request is under way at a time, unless {@code client.concurrency} or {@code parallelized} say otherwise: then
 * the pages of each resource still come in their order, those of different resources as they arrive. Immutable.
 */
public final class RestSource implements Source {

    private final SourceDefinition definition;
    private final Function<SourceDefinition, Optional<Map<String, String>>> identities;

    private RestSource(
            SourceDefinition definition, Function<SourceDefinition, Optional<Map<String, String>>> identities) {
        this.definition = definition;
        this.identities = identities;
    }

    /**
     * Reads a configuration.
     *
     * @param config an object with {@code client} and {@code resources}, perhaps {@code resource_defaults} and
     *     {@code name}
     * @throws ConfigException with everything that is wrong with it; nothing has been requested then
     */
    public static RestSource of(ConfigNode config, ComponentContext context) {
        return new RestSource(
                SourceParser.parse(config, context),
                definition -> SourceIdentity.of(config, definition, context.redactor()));
    }

    /** Begins a source in Java. */
    public static RestSourceBuilder at(String baseUrl) {
        return new RestSourceBuilder(baseUrl);
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public List<Resource> resources() {
        return definition.resources().stream().map(ResourceDefinition::resource).toList();
    }

    @Override
    public Set<String> readResources() {
        return definition.resources().stream()
                .filter(definition::isNeeded)
                .map(ResourceDefinition::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public RestSource select(Set<String> names) {
        List<String> known =
                definition.resources().stream().map(ResourceDefinition::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ConfigException("Cannot select resource '" + name + "': the source '" + name() + "' has none"
                        + " of that name" + Suggestions.among(name, "Known", known));
            }
        }
        return new RestSource(definition.select(names), identities);
    }

    @Override
    public List<String> warnings() {
        return definition.warnings();
    }

    @Override
    public Optional<String> whyPartial(String resource) {
        return definition.whyPartial(resource);
    }

    @Override
    public RestSource backfill(String from, String to) {
        return new RestSource(Backfill.of(definition, from, to), identities);
    }

    @Override
    public List<JsonSlice> reprocess(String resource, JsonSlice record, boolean processed) {
        return definition.resources().stream()
                .filter(known -> known.name().equals(resource))
                .findFirst()
                .map(known -> Reprocessing.of(known, record, processed))
                .orElse(List.of(record));
    }

    @Override
    public SourceReader open(ReadContext context) {
        return new RestReader(definition, context);
    }

    @Override
    public Optional<String> identity() {
        return identityParts().map(SourceIdentity::whole);
    }

    @Override
    public Optional<Map<String, String>> identityParts() {
        return identities.apply(definition);
    }

    @Override
    public SourceReader open(ReadContext context, ReadingPosition position) {
        return new RestReader(definition, context, position);
    }
}
