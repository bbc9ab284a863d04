package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the ways to write a resource into one, and lays it over the defaults. */
final class ResourceForms {

    private static final List<String> MERGED_BY_KEY = List.of("params", "json", "retry", "timeout");

    private ResourceForms() {}

    /** The resource as an object whose endpoint is an object, unless it is neither a text nor an object. */
    static ObjectView expanded(ConfigNode resource) {
        ObjectView object = switch (resource.kind()) {
            case TEXT -> ObjectView.abbreviated(resource, "name");
            case OBJECT -> ObjectView.of(resource);
            default ->
                throw resource.error("expected the name of a resource or an object, found "
                        + resource.kind().description());
        };
        Optional<ConfigNode> endpoint = object.find("endpoint");
        return endpoint.isEmpty() ? object : object.with("endpoint", endpoint(endpoint.get()));
    }

    private static ConfigNode endpoint(ConfigNode endpoint) {
        return switch (endpoint.kind()) {
            case TEXT -> ObjectView.abbreviated(endpoint, "path");
            case OBJECT -> ObjectView.of(endpoint);
            default -> endpoint;
        };
    }

    /**
     * The expanded resource laid over the defaults: by key, one level deeper for endpoint, params, json and columns.
     *
     * @param problems takes why something can't be laid over its default; it counts alone then
     */
    static ObjectView merged(ObjectView resource, @Nullable ConfigNode defaults, Problems problems) {
        if (defaults == null || defaults.kind() != Kind.OBJECT) {
            return resource;
        }
        ObjectView merged = resource.over(defaults);
        Optional<ConfigNode> endpoint = object(resource, "endpoint");
        Optional<ConfigNode> defaultEndpoint = object(defaults, "endpoint");
        if (endpoint.isPresent() && defaultEndpoint.isPresent()) {
            merged = merged.with("endpoint", mergedEndpoint(endpoint.get(), defaultEndpoint.get()));
        }
        Optional<ConfigNode> columns = resource.present("columns");
        Optional<ConfigNode> defaultColumns = defaults.present("columns");
        if (columns.isPresent() && defaultColumns.isPresent()) {
            Optional<ConfigNode> both = problems.attempt(() -> mergedColumns(columns.get(), defaultColumns.get()));
            merged = merged.with("columns", both.orElse(columns.get()));
        }
        return merged;
    }

    private static Optional<ConfigNode> object(ConfigNode owner, String key) {
        return owner.find(key).filter(node -> node.kind() == Kind.OBJECT);
    }

    private static ObjectView mergedEndpoint(ConfigNode endpoint, ConfigNode defaults) {
        ObjectView merged = ObjectView.of(endpoint).over(defaults);
        for (String key : MERGED_BY_KEY) {
            Optional<ConfigNode> own = object(endpoint, key);
            Optional<ConfigNode> inherited = object(defaults, key);
            if (own.isPresent() && inherited.isPresent()) {
                merged = merged.with(key, ObjectView.of(own.get()).over(inherited.get()));
            }
        }
        return merged;
    }

    /** Hint by hint. A column that only the resource completes with a type moves behind the others. */
    private static ConfigNode mergedColumns(ConfigNode columns, ConfigNode defaults) {
        Map<String, ConfigNode> own = columnsByName(columns);
        ObjectView merged = ObjectView.empty(columns);
        ObjectView completed = ObjectView.empty(columns);
        for (Map.Entry<String, ConfigNode> column : columnsByName(defaults).entrySet()) {
            ConfigNode over = own.remove(column.getKey());
            ConfigNode both =
                    over == null ? column.getValue() : ObjectView.of(over).over(column.getValue());
            if (both.has("data_type") && !column.getValue().has("data_type")) {
                completed = completed.with(column.getKey(), both);
            } else {
                merged = merged.with(column.getKey(), both);
            }
        }
        for (Map.Entry<String, ConfigNode> column : own.entrySet()) {
            merged = merged.with(column.getKey(), column.getValue());
        }
        return completed.over(merged);
    }

    /** The columns of either form, in the order written; fails with all that have no name or are no objects. */
    static Map<String, ConfigNode> columnsByName(ConfigNode columns) {
        Map<String, ConfigNode> byName = new LinkedHashMap<>();
        Problems problems = new Problems();
        if (columns.kind() == Kind.LIST) {
            columns.elements()
                    .forEach(column -> problems.check(() ->
                            byName.put(column.requireObject().require("name").text(), column)));
        } else {
            columns.requireObject()
                    .keys()
                    .forEach(name -> columns.find(name)
                            .ifPresent(column -> problems.check(() -> byName.put(name, column.requireObject()))));
        }
        problems.throwIfAny();
        return byName;
    }
}
