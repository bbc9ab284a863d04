package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.json.path.JsonPath;
import dev.headrace.json.path.JsonPathException;
import dev.headrace.rest.definition.InheritedField.Origin;
import dev.headrace.rest.incremental.CursorPath;
import dev.headrace.rest.process.FieldOrigin;
import dev.headrace.rest.process.FieldPath;
import dev.headrace.rest.process.Mask;
import dev.headrace.rest.process.ProcessingSteps;
import java.util.Arrays;
import java.util.HashMap;
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

    /** The steps of a resource, whatever else is wrong with it; none when they have problems, which are told elsewhere. */
    private static NeededFields behind(ConfigNode resource) {
        return new NeededFields(resource.present(STEPS)
                .flatMap(node -> new Problems().attempt(() -> StepsParser.parse(node)))
                .orElseGet(ProcessingSteps::none));
    }

    /** Checks what a resource needs itself; parts of it that can't be read are passed over. */
    static void check(ConfigNode resource) {
        NeededFields needed = behind(resource);
        List<String> key = columns(resource, "primary_key");
        needed.key(resource, "primary_key", key);
        needed.key(resource, "merge_key", columns(resource, "merge_key"));
        resource.present("endpoint").flatMap(IncrementalForms::first).ifPresent(incremental -> {
            new Problems()
                    .attempt(() -> IncrementalParser.path(incremental))
                    .ifPresent(path -> needed.cursor(resource, path));
            List<String> own = columns(incremental, "primary_key");
            needed.key(resource, "incremental.primary_key", own.equals(key) ? List.of() : own);
        });
        needed.problems.throwIfAny();
    }

    private static List<String> columns(ConfigNode node, String key) {
        return node.present(key)
                .flatMap(columns -> new Problems().attempt(() -> Choices.texts(columns)))
                .orElse(List.of());
    }

    /**
     * Checks what a child needs of the records above it.
     *
     * @param resources all that are known, by name
     */
    static void checkChild(ConfigNode child, Map<String, ConfigNode> resources) {
        Problems problems = new Problems();
        Map<String, NeededFields> above = new HashMap<>();
        ParentNames parents = ParentNames.of(child);
        for (FieldReference reference : parents.references()) {
            ConfigNode parent = resources.get(reference.parent());
            if (parent != null) {
                NeededFields needed = above.computeIfAbsent(reference.parent(), name -> behind(parent));
                problems.check(() -> needed.reference(child, reference));
            }
        }
        String nearest = parents.found().stream().findFirst().orElse("");
        for (InheritedField field : InheritedFieldsParser.readable(child, nearest)) {
            ConfigNode ancestor = resources.get(field.origin().resource());
            if (ancestor != null) {
                NeededFields needed = above.computeIfAbsent(field.origin().resource(), name -> behind(ancestor));
                problems.check(() -> needed.inherited(child, field.origin()));
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

    private void cursor(ConfigNode resource, CursorPath name) {
        FieldOrigin origin = origin(name.plainKeys());
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
        FieldOrigin origin = origin(reference.path().plainKeys());
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
            return origin(JsonPath.compile(field.field()).plainKeys());
        } catch (JsonPathException e) {
            return steps.origin(new FieldPath(List.of(field.field())));
        }
    }

    /** @param plainKeys empty for a path that is more than that, of which nothing can be told */
    private FieldOrigin origin(Optional<List<String>> plainKeys) {
        return plainKeys
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
