package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.source.ResourceHints;
import java.util.List;
import java.util.Optional;

/** Reads a resource that has been laid over the defaults; used once. */
final class ResourceParser {

    private final ConfigNode resource;
    private final Parts parts;
    private final Problems problems = new Problems();

    ResourceParser(ConfigNode resource, Parts parts) {
        this.resource = resource;
        this.parts = parts;
    }

    /** The node of the path, or of the name that stands for it. */
    static ConfigNode pathNode(ConfigNode resource) {
        return resource.find("endpoint")
                .flatMap(endpoint -> endpoint.find("path"))
                .orElseGet(() -> resource.require("name"));
    }

    /** @param client empty when it has problems of its own; the result is empty then, too */
    Optional<ResourceDefinition> parse(Optional<ClientDefinition> client) {
        String name = name();
        Optional<ResourceHints> hints = problems.attempt(() -> HintsParser.parse(resource));
        Optional<Boolean> selected = problems.attempt(() -> resource.bool("selected", true));
        Optional<Boolean> parallelized = problems.attempt(() -> resource.bool("parallelized", false));
        Optional<Optional<Integer>> concurrency =
                problems.attempt(() -> resource.find("endpoint").flatMap(Concurrency::parse));
        Optional<ProcessingSteps> steps = problems.attempt(this::steps);
        Optional<Optional<EndpointDefinition>> endpoint = problems.attempt(() -> endpoint(name, client));
        Optional<String> parent = endpoint.flatMap(found -> found).flatMap(ResourceParser::parent);
        Optional<List<InheritedField>> inherited = problems.attempt(() -> inherited(parent.orElse("")));
        if (endpoint.isPresent()
                && client.isPresent()
                && parent.isEmpty()
                && !inherited.orElse(List.of()).isEmpty()) {
            problems.add(resource.error(
                    "include_from_parent",
                    "'include_from_parent' of resource '" + name
                            + "' has no parent: refer to one, such as {resources.posts.id}, or leave it out"));
        }
        if (endpoint.flatMap(found -> found).isPresent() && parent.isEmpty()) {
            OnErrorParser.problemWithoutParent(resource, name).ifPresent(problems::add);
        }
        problems.check(() -> NeededFields.check(resource, steps, hints, endpoint.flatMap(found -> found)));
        problems.throwIfAny();
        return endpoint.orElseThrow()
                .map(known -> new ResourceDefinition(
                        name,
                        selected.orElseThrow(),
                        hints.orElseThrow(),
                        known,
                        parent.orElse(null),
                        inherited.orElseThrow(),
                        steps.orElseThrow(),
                        Concurrency.of(
                                concurrency.orElseThrow(),
                                parallelized.orElseThrow(),
                                client.orElseThrow().concurrency())));
    }

    private String name() {
        String name = resource.require("name").text();
        if (name.isBlank()) {
            throw resource.error("name", "'name' is empty");
        }
        return name;
    }

    private Optional<EndpointDefinition> endpoint(String name, Optional<ClientDefinition> client) {
        ConfigNode endpoint = resource.find("endpoint").orElseGet(() -> ObjectView.empty(resource));
        return new EndpointParser(resource, endpoint, pathNode(resource), parts).parse(name, client);
    }

    private List<InheritedField> inherited(String parent) {
        return resource.present("include_from_parent")
                .map(node -> InheritedFieldsParser.parse(node, parent))
                .orElse(List.of());
    }

    /** The parent; that there are not several is checked for all resources together. */
    private static Optional<String> parent(EndpointDefinition endpoint) {
        return endpoint.request().references().values().stream()
                .map(FieldReference::parent)
                .findFirst();
    }

    private ProcessingSteps steps() {
        return resource.find("processing_steps").map(StepsParser::parse).orElseGet(ProcessingSteps::none);
    }
}
