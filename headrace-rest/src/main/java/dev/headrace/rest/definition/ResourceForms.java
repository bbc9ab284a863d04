package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the ways to write a resource into one, and lays it over the defaults. */
final class ResourceForms {

    private static final List<String> MERGED_BY_KEY = List.of("params", "json", "retry", "timeout");

    private ResourceForms() {}

    /** The resource as an object whose endpoint is an object. */
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

    private static ObjectView endpoint(ConfigNode endpoint) {
        return endpoint.kind() == Kind.TEXT
                ? ObjectView.abbreviated(endpoint, "path")
                : ObjectView.of(endpoint.requireObject());
    }

    /** The expanded resource laid over the defaults: by key, one level deeper for endpoint, params, json and columns. */
    static ObjectView merged(ObjectView resource, @Nullable ConfigNode defaults) {
        if (defaults == null) {
            return resource;
        }
        ObjectView merged = resource.over(defaults);
        Optional<ConfigNode> endpoint = resource.present("endpoint");
        Optional<ConfigNode> defaultEndpoint = defaults.present("endpoint");
        if (endpoint.isPresent() && defaultEndpoint.isPresent()) {
            merged = merged.with("endpoint", mergedEndpoint(endpoint.get(), defaultEndpoint.get()));
        }
        Optional<ConfigNode> columns = resource.present("columns");
        Optional<ConfigNode> defaultColumns = defaults.present("columns");
        if (columns.isPresent() && defaultColumns.isPresent()) {
            merged = merged.with("columns", mergedColumns(columns.get(), defaultColumns.get()));
        }
        return merged;
    }

    private static ObjectView mergedEndpoint(ConfigNode endpoint, ConfigNode defaults) {
        ObjectView merged = ObjectView.of(endpoint).over(defaults);
        for (String key : MERGED_BY_KEY) {
            Optional<ConfigNode> own = endpoint.find(key).filter(node -> node.kind() == Kind.OBJECT);
            Optional<ConfigNode> inherited = defaults.find(key).filter(node -> node.kind() == Kind.OBJECT);
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

    /** The columns of either form, in the order written. */
    static Map<String, ConfigNode> columnsByName(ConfigNode columns) {
        Map<String, ConfigNode> byName = new LinkedHashMap<>();
        if (columns.kind() == Kind.LIST) {
            columns.elements()
                    .forEach(column ->
                            byName.put(column.requireObject().require("name").text(), column));
        } else {
            columns.requireObject()
                    .keys()
                    .forEach(name -> columns.find(name).ifPresent(column -> byName.put(name, column.requireObject())));
        }
        return byName;
    }
}
