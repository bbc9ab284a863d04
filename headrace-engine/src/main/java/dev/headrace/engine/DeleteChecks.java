package dev.headrace.engine;

import dev.headrace.ConfigException;
import dev.headrace.deletes.Deletes;
import dev.headrace.engine.naming.Naming;
import dev.headrace.schema.WriteDisposition;
import dev.headrace.source.Deletable;
import dev.headrace.source.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds resources whose tables can't lose rows that are no longer at the source, although they are to. */
final class DeleteChecks {

    private final ResourcePlan plan;
    private final RunSettings settings;
    private final Naming naming;

    DeleteChecks(ResourcePlan plan, RunSettings settings) {
        this.plan = plan;
        this.settings = settings;
        this.naming = settings.usualNaming();
    }

    /** @throws ConfigException with all of them */
    void check() {
        List<String> problems = new ArrayList<>();
        for (Resource resource : plan.loaded()) {
            Deletes rule = settings.deletes(resource);
            if (rule != Deletes.NONE) {
                problem(resource, rule)
                        .ifPresent(problem -> problems.add("Cannot apply 'deletes: " + rule.label() + "' to resource '"
                                + resource.name() + "': " + problem + "."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private Optional<String> problem(Resource resource, Deletes rule) {
        return Deletable.problem(resource.hints())
                .map(problem -> "it " + problem)
                .or(() -> plan.source().whyPartial(resource.name()).map(Deletable::partial))
                .or(() -> sharing(resource))
                .or(() -> beyondDestination(rule));
    }

    /** Also one that is not loaded now: its rows are in the table from other runs. */
    private Optional<String> sharing(Resource resource) {
        String table = plan.tableOf(resource, naming);
        return plan.byName().values().stream()
                .filter(other -> !other.name().equals(resource.name())
                        && !(other.hints().disposition() instanceof WriteDisposition.Skip)
                        && plan.tableOf(other, naming).equals(table))
                .findFirst()
                .map(other -> "resource '" + other.name() + "' is loaded into its table '" + table
                        + "', too, and nothing tells whose a row is. Give each a table_name of its own");
    }

    private Optional<String> beyondDestination(Deletes rule) {
        return settings.destination().deletes().contains(rule)
                ? Optional.empty()
                : Optional.of("destination " + settings.destination().type()
                        + " cannot do that. Leave 'deletes' out, or load it with write_disposition 'replace'");
    }
}
