package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.json.path.JsonPath;
import dev.headrace.json.path.JsonPathException;
import dev.headrace.rest.definition.InheritedField.Origin;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.process.FieldOrigin;
import dev.headrace.rest.process.FieldPath;
import dev.headrace.rest.process.Mask;
import dev.headrace.rest.process.ProcessingSteps;
import dev.headrace.source.ResourceHints;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields that something else needs behind the steps of a resource: cursor, keys, and what children use. Steps that drop,
 * rename or hide one of them are found before the first request.
 */
final class NeededFields {

    private static final String STEPS = "processing_steps";

    private final ProcessingSteps steps;
    private final Problems problems = new Problems();

    private NeededFields(ProcessingSteps steps) {
        this.steps = steps;
    }

    /** Checks what the resource itself needs; what is empty has problems of its own. */
    static void check(
            ConfigNode resource,
            Optional<ProcessingSteps> steps,
            Optional<ResourceHints> hints,
            Optional<EndpointDefinition> endpoint) {
        NeededFields needed = new NeededFields(steps.orElseGet(ProcessingSteps::none));
        hints.ifPresent(known -> {
            needed.key(resource, "primary_key", known.primaryKey());
            needed.key(resource, "merge_key", known.mergeKey());
        });
        endpoint.map(EndpointDefinition::incremental).ifPresent(incremental -> {
            needed.cursor(resource, incremental);
            boolean own = hints.map(ResourceHints::primaryKey)
                    .filter(incremental.key().columns()::equals)
                    .isEmpty();
            needed.key(
                    resource, "incremental.primary_key", own ? incremental.key().columns() : List.of());
        });
        needed.problems.throwIfAny();
    }

    /** Checks what a child needs of the records above it. */
    static void checkChild(ConfigNode node, ResourceDefinition child, Map<String, ResourceDefinition> definitions) {
        Problems problems = new Problems();
        for (FieldReference reference : child.endpoint().request().references().values()) {
            ResourceDefinition parent = definitions.get(reference.parent());
            if (parent != null) {
                problems.check(() -> new NeededFields(parent.steps()).reference(node, reference));
            }
        }
        for (InheritedField field : child.inherited()) {
            ResourceDefinition ancestor = definitions.get(field.origin().resource());
            if (ancestor != null) {
                problems.check(() -> new NeededFields(ancestor.steps()).inherited(node, field.origin()));
            }
        }
        problems.throwIfAny();
    }

    private void key(ConfigNode resource, String key, List<String> columns) {
        for (String column : columns) {
            FieldOrigin origin = steps.origin(field(column));
            if (origin instanceof FieldOrigin.Missing missing) {
                problem(
                        resource,
                        "the steps leave no '" + column + "', which is part of the " + key + ": " + missing.reason()
                                + ". Keep the field, or name another one in " + key);
            } else if (origin instanceof FieldOrigin.Masked masked && masked.mask() instanceof Mask.Redact) {
                problem(
                        resource,
                        "'redact' makes '" + column + "', which is part of the " + key
                                + ", the same in all records. Use 'hash', which keeps them apart");
            }
        }
    }

    private void cursor(ConfigNode resource, IncrementalDefinition incremental) {
        String name = incremental.cursor().path().toString();
        FieldOrigin origin = incremental
                .cursor()
                .path()
                .plainKeys()
                .filter(keys -> !keys.isEmpty())
                .map(keys -> steps.origin(new FieldPath(keys)))
                .orElseGet(FieldOrigin.Made::new);
        if (origin instanceof FieldOrigin.Missing missing) {
            problem(
                    resource,
                    "the steps leave no '" + name + "', which is the cursor_path: " + missing.reason()
                            + ". The cursor is read behind the steps: keep the field, or use the name that it has then");
        } else if (origin instanceof FieldOrigin.Masked) {
            problem(
                    resource,
                    "'mask' hides '" + name + "', which is the cursor_path, so that new records could not be told from"
                            + " old ones. Don't mask it, or use another field as cursor");
        }
    }

    private void reference(ConfigNode child, FieldReference reference) {
        FieldOrigin origin = origin(reference.path());
        if (origin instanceof FieldOrigin.Missing missing) {
            throw child.error("the steps of resource '" + reference.parent() + "' leave no '" + reference.field()
                    + "', which " + reference + " needs: " + missing.reason()
                    + ". Children see what the steps leave; keep the field, or use the name that it has then");
        }
        if (origin instanceof FieldOrigin.Masked) {
            throw child.error("'mask' of resource '" + reference.parent() + "' hides '" + reference.field()
                    + "', so that " + reference + " would be sent hidden. Refer to another field, or don't mask it");
        }
    }

    private void inherited(ConfigNode child, Origin field) {
        if (origin(field) instanceof FieldOrigin.Missing missing) {
            throw child.error(
                    "include_from_parent",
                    "the steps of resource '" + field.resource() + "' leave no '" + field.field()
                            + "', which 'include_from_parent' names: " + missing.reason()
                            + ". Children see what the steps leave; keep the field, or use the name that it has then");
        }
    }

    private FieldOrigin origin(Origin field) {
        try {
            return origin(JsonPath.compile(field.field()));
        } catch (JsonPathException e) {
            return steps.origin(new FieldPath(List.of(field.field())));
        }
    }

    private FieldOrigin origin(JsonPath path) {
        return path.plainKeys()
                .filter(keys -> !keys.isEmpty())
                .map(keys -> steps.origin(new FieldPath(keys)))
                .orElseGet(FieldOrigin.Made::new);
    }

    /** The field that becomes a column of that name. */
    private static FieldPath field(String column) {
        List<String> keys = Arrays.asList(column.split("__", -1));
        return new FieldPath(keys.stream().anyMatch(String::isEmpty) ? List.of(column) : keys);
    }

    private void problem(ConfigNode resource, String text) {
        problems.add(resource.error(STEPS, text));
    }
}
