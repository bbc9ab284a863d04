package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.rest.http.Urls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a whole configuration, and tells everything that is wrong with it at once; used once. */
public final class SourceParser {

    private static final String PARALLELIZED = "parallelized";

    private final ConfigNode root;
    private final Problems problems = new Problems();
    private final Parts parts;
    private final String name;
    private final Map<String, ResourceDefinition> definitions = new LinkedHashMap<>();
    /** The nodes of all resources by name, also of those that have problems. */
    private final Map<String, ConfigNode> nodes = new LinkedHashMap<>();

    private SourceParser(ConfigNode root, ComponentContext context) {
        this.root = root.requireObject();
        this.name = problems.attempt(() -> root.text("name", context.owner())).orElse(context.owner());
        this.parts = new Parts(context.withOwner(name));
    }

    /**
     * @param root an object with {@code client}, {@code resources}, perhaps {@code resource_defaults} and {@code name}
     * @param context its owner names the source unless {@code name} does
     * @throws ConfigException with every problem, none twice
     */
    public static SourceDefinition parse(ConfigNode root, ComponentContext context) {
        Problems found = LiteralSecrets.learn(root, context.redactor());
        try {
            Optional<SourceDefinition> parsed = found.attempt(() -> new SourceParser(root, context).parse());
            found.throwIfAny();
            return parsed.orElseThrow();
        } catch (ConfigException e) {
            throw InFileOrder.of(e);
        }
    }

    private SourceDefinition parse() {
        problems.check(() -> root.onlyKeys(Keys.SOURCE));
        problems.check(() -> root.bool(PARALLELIZED, false));
        Optional<ClientDefinition> client =
                problems.attempt(() -> new ClientParser(root.require("client"), parts).parse());
        ConfigNode defaults =
                problems.attempt(this::defaults).orElse(Optional.empty()).orElse(null);
        List<ConfigNode> resources = problems.attempt(() -> resources(defaults)).orElse(List.of());
        resources.forEach(resource ->
                problems.check(() -> resource.text("name").ifPresent(text -> addName(text, resource))));
        problems.check(() -> requireBaseUrl(resources));
        resources.forEach(resource -> problems.check(() -> add(resource, client)));
        problems.check(() -> new Families(nodes, allNamed(resources)).problems().throwIfAny());
        resources.forEach(child -> problems.check(() -> NeededFields.checkChild(child, nodes)));
        problems.check(() -> new DeletesCheck(definitions).problems(nodes).throwIfAny());
        return problems.whole(() -> new SourceDefinition(name, client.orElseThrow(), sorted()));
    }

    private Optional<ConfigNode> defaults() {
        Optional<ConfigNode> defaults = root.present("resource_defaults");
        defaults.ifPresent(this::checkDefaults);
        return defaults;
    }

    private void checkDefaults(ConfigNode defaults) {
        problems.check(() -> Keys.checkResource(defaults.requireObject()));
        if (defaults.has("name")) {
            problems.add(defaults.error("name", "'name' can't have a default: every resource has its own"));
        }
        defaults.present("endpoint").ifPresent(this::checkDefaultEndpoint);
    }

    private void checkDefaultEndpoint(ConfigNode endpoint) {
        problems.check(() -> endpoint.requireObject().onlyKeys(Keys.ENDPOINT));
        if (endpoint.has("path")) {
            problems.add(
                    endpoint.error("path", "'path' can't have a default: a resource without one is read at its name"));
        }
    }

    /** The resources laid over the defaults; those that can't be are left out. */
    private List<ConfigNode> resources(@Nullable ConfigNode defaults) {
        List<ConfigNode> merged = new ArrayList<>();
        List<ConfigNode> written =
                root.require("resources").requireKind(Kind.LIST).elements();
        if (written.isEmpty()) {
            problems.add(
                    root.error("resources", "'resources' is empty: there is nothing to load. Name a resource in it"));
        }
        for (ConfigNode resource : written) {
            problems.attempt(() -> expanded(resource))
                    .map(own -> ResourceForms.merged(own, defaults, problems))
                    .map(this::parallelized)
                    .ifPresent(merged::add);
        }
        return merged;
    }

    /** What the source says of all resources, each of which may say otherwise. */
    private ObjectView parallelized(ObjectView resource) {
        Optional<ConfigNode> all = root.present(PARALLELIZED);
        return all.isEmpty() || resource.has(PARALLELIZED) ? resource : resource.with(PARALLELIZED, all.get());
    }

    private ObjectView expanded(ConfigNode resource) {
        ObjectView expanded = ResourceForms.expanded(resource);
        problems.check(() -> Keys.checkResource(expanded));
        expanded.find("endpoint")
                .ifPresent(endpoint ->
                        problems.check(() -> endpoint.requireObject().onlyKeys(Keys.ENDPOINT)));
        return expanded;
    }

    private void requireBaseUrl(List<ConfigNode> resources) {
        Optional<ConfigNode> client = root.present("client").filter(node -> node.kind() == Kind.OBJECT);
        if (client.isEmpty() || !client.get().text("base_url", "").isEmpty()) {
            return;
        }
        resources.stream()
                .map(SourceParser::path)
                .flatMap(Optional::stream)
                .filter(path -> !Urls.isAbsolute(path) && !path.startsWith("{"))
                .findFirst()
                .ifPresent(path -> problems.add(client.get()
                        .error("base_url", "'base_url' is required: the path '" + path + "' is relative to it")));
    }

    /** Empty where it can't be read, which is told elsewhere. */
    private static Optional<String> path(ConfigNode resource) {
        return new Problems().attempt(() -> ResourceParser.pathNode(resource).text());
    }

    private boolean allNamed(List<ConfigNode> read) {
        int written = root.find("resources").map(list -> list.elements().size()).orElse(0);
        return written == read.size()
                && read.stream()
                        .map(resource -> resource.find("name"))
                        .allMatch(found ->
                                found.filter(node -> node.kind() == Kind.TEXT).isPresent());
    }

    private void addName(String known, ConfigNode resource) {
        if (nodes.putIfAbsent(known, resource) != null) {
            throw resource.error("name", "there are two resources named '" + known + "'; give one another name");
        }
    }

    private void add(ConfigNode resource, Optional<ClientDefinition> client) {
        Optional<ResourceDefinition> parsed = new ResourceParser(resource, parts).parse(client);
        parsed.ifPresent(found -> definitions.putIfAbsent(found.name(), found));
    }

    private ResourceOrder order() {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        definitions.forEach((child, definition) -> parents.put(child, definition.parent()));
        return new ResourceOrder(parents);
    }

    private List<ResourceDefinition> sorted() {
        List<ResourceDefinition> sorted = new ArrayList<>();
        for (String resource : order().sorted()) {
            sorted.add(Objects.requireNonNull(definitions.get(resource)));
        }
        return sorted;
    }
}
