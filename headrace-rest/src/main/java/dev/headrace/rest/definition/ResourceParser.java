package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.deletes.DeleteLimit;
import dev.headrace.deletes.Deletes;
import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.source.CompletenessRule;
import dev.headrace.source.LoadRules;
import dev.headrace.source.ResourceHints;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a resource that has been laid over the defaults; used once. */
final class ResourceParser {

    private static final String INCLUDE = "include_from_parent";

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
        Supplier<String> name = problems.part(this::name);
        Optional<ResourceHints> hints = problems.attempt(() -> HintsParser.parse(resource));
        Supplier<Boolean> selected = problems.part(() -> resource.bool("selected", true));
        Supplier<Boolean> parallelized = problems.part(() -> resource.bool("parallelized", false));
        Supplier<Optional<Integer>> concurrency =
                problems.part(() -> resource.find("endpoint").flatMap(Concurrency::parse));
        Optional<LoadRules> rules = problems.attempt(this::rules);
        Optional<ProcessingSteps> steps = problems.attempt(this::steps);
        Optional<Optional<EndpointDefinition>> endpoint = problems.attempt(() -> endpoint(client));
        ParentNames parents = ParentNames.of(resource);
        Optional<String> parent = parents.found().stream().findFirst();
        Supplier<List<InheritedField>> inherited = problems.part(() -> inherited(parent.orElse("")));
        if (parents.areNone()) {
            refuseWhatNeedsAParent();
        }
        problems.check(() -> NeededFields.check(resource));
        return problems.whole(() -> endpoint.orElseThrow()
                .map(known -> new ResourceDefinition(
                        name.get(),
                        selected.get(),
                        hints.orElseThrow(),
                        known,
                        parent.orElse(null),
                        inherited.get(),
                        steps.orElseThrow(),
                        Concurrency.of(
                                concurrency.get(),
                                parallelized.get(),
                                client.orElseThrow().concurrency()),
                        rules.orElseThrow())));
    }

    private void refuseWhatNeedsAParent() {
        resource.present(INCLUDE)
                .filter(list -> !list.elements().isEmpty())
                .ifPresent(list -> problems.add(resource.error(
                        INCLUDE,
                        "'include_from_parent' of resource '" + label()
                                + "' has no parent: refer to one, such as {resources.posts.id}, or leave it out")));
        OnErrorParser.problemWithoutParent(resource, label()).ifPresent(problems::add);
    }

    /** The name where there is one, for messages. */
    private String label() {
        return new Problems().attempt(this::name).orElse(resource.path());
    }

    private String name() {
        String name = resource.require("name").text();
        if (name.isBlank()) {
            throw resource.error("name", "'name' is empty");
        }
        return name;
    }

    private Optional<EndpointDefinition> endpoint(Optional<ClientDefinition> client) {
        ConfigNode endpoint = resource.find("endpoint").orElseGet(() -> ObjectView.empty(resource));
        return new EndpointParser(resource, endpoint, parts).parse(label(), client);
    }

    private List<InheritedField> inherited(String parent) {
        return resource.present(INCLUDE)
                .map(node -> InheritedFieldsParser.parse(node, parent))
                .orElse(List.of());
    }

    private LoadRules rules() {
        Supplier<Optional<CompletenessRule>> completeness =
                problems.part(() -> resource.present("completeness").map(TableOptions::completeness));
        Supplier<Optional<Deletes>> deletes =
                problems.part(() -> resource.present("deletes").map(TableOptions::deletes));
        Supplier<Optional<DeleteLimit>> maxDelete =
                problems.part(() -> resource.present("max_delete").map(ResourceParser::limit));
        return new LoadRules(
                completeness.get().orElse(null),
                deletes.get().orElse(null),
                maxDelete.get().orElse(null));
    }

    private static DeleteLimit limit(ConfigNode node) {
        try {
            return DeleteLimit.of(node.kind() == Kind.INTEGER ? String.valueOf(node.integer()) : node.text());
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    private ProcessingSteps steps() {
        return resource.find("processing_steps").map(StepsParser::parse).orElseGet(ProcessingSteps::none);
    }
}
