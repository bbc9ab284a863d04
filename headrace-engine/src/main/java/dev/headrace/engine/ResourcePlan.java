package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import dev.headrace.destination.Destination;
import dev.headrace.engine.naming.Naming;
import dev.headrace.quarantine.ErrorsTable;
import dev.headrace.quarantine.OnBadRow;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.NestedHints;
import dev.headrace.source.Resource;
import dev.headrace.source.ResourceHints;
import dev.headrace.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources of one run, with what the run overrides.
 *
 * @param source narrowed to the resources that are wanted
 * @param byName all of them in the order in which they are read
 */
record ResourcePlan(Source source, Map<String, Resource> byName) {

    /** @throws ConfigException with all that is wrong with the names and the dispositions */
    static ResourcePlan of(Source source, RunSettings settings) {
        Source wanted = select(source, settings.overrides().resources());
        Map<String, Resource> byName = new LinkedHashMap<>();
        for (Resource resource : wanted.resources()) {
            Resource known = overridden(resource, settings.overrides());
            byName.put(resource.name(), withOnBadRow(known, settings));
        }
        ResourcePlan plan = new ResourcePlan(wanted, byName);
        plan.refuseUnknownStrategies(settings.destination());
        plan.refuseContradictions();
        new DeleteChecks(plan, settings).check();
        return plan;
    }

    /** The resources whose records are loaded. */
    List<Resource> loaded() {
        return byName.values().stream()
                .filter(resource ->
                        resource.selected() && !(resource.hints().disposition() instanceof WriteDisposition.Skip))
                .toList();
    }

    /** The names of the selected resources. */
    List<String> selected() {
        return byName.values().stream()
                .filter(Resource::selected)
                .map(Resource::name)
                .toList();
    }

    /** The normalised name of a resource's root table. */
    String tableOf(Resource resource, Naming naming) {
        String given = resource.hints().tableName();
        return naming.path(given == null ? resource.name() : given);
    }

    private static Source select(Source source, List<String> names) {
        List<String> known = source.resources().stream().map(Resource::name).toList();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add("Cannot select resource '" + name + "': source '" + source.name()
                        + "' has none of that name" + Suggestions.among(name, "Known", known));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return names.isEmpty() ? source : source.select(new LinkedHashSet<>(names));
    }

    private static Resource overridden(Resource resource, RunSettings.Overrides overrides) {
        ResourceHints hints = resource.hints();
        if (overrides.contract() != null) {
            hints = hints.withContract(overrides.contract());
        }
        if (overrides.disposition() != null) {
            hints = hints.withDisposition(overrides.disposition());
        }
        return resource.withHints(hints);
    }

    private static Resource withOnBadRow(Resource resource, RunSettings settings) {
        OnBadRow said = resource.hints().onBadRow();
        OnBadRow usual = said == null ? settings.layout().onBadRow() : said;
        OnBadRow forced = settings.overrides().onBadRow();
        OnBadRow value = forced == null ? usual : forced;
        return value == null ? resource : resource.withHints(resource.hints().withOnBadRow(value));
    }

    private void refuseUnknownStrategies(Destination destination) {
        List<String> problems = new ArrayList<>();
        for (Resource resource : loaded()) {
            dispositions(resource).forEach(disposition -> {
                if (disposition instanceof WriteDisposition.Merge merge
                        && !destination.mergeStrategies().contains(merge.strategy())) {
                    problems.add("Cannot load resource '" + resource.name() + "' with merge strategy '"
                            + merge.strategy().label() + "': destination " + destination.type() + " has only "
                            + strategies(destination) + ". Use one of those.");
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** That of the resource's table, and those of nested ones that have their own. */
    static Stream<WriteDisposition> dispositions(Resource resource) {
        return Stream.concat(
                Stream.of(resource.hints().disposition()),
                resource.hints().nested().values().stream()
                        .map(NestedHints::disposition)
                        .flatMap(Stream::ofNullable));
    }

    /** A run may override a disposition, so that what nested tables were told no longer goes with it. */
    private void refuseContradictions() {
        loaded().stream()
                .filter(resource -> ErrorsTable.NAME.equals(resource.hints().tableName())
                        || ErrorsTable.NAME.equals(resource.name()))
                .findFirst()
                .ifPresent(resource -> {
                    throw new ConfigException(
                            "Cannot load resource '" + resource.name() + "' into table '" + ErrorsTable.NAME
                                    + "': records in quarantine are kept there. Give it another table_name.");
                });
        List<String> problems = loaded().stream()
                .flatMap(resource -> resource.hints().contradictions().stream()
                        .map(problem -> "Cannot load resource '" + resource.name() + "': its " + problem + "."))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static String strategies(Destination destination) {
        return destination.mergeStrategies().stream()
                .sorted()
                .map(MergeStrategy::label)
                .collect(Collectors.joining(", "));
    }
}
