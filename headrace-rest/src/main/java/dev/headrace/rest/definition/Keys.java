package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import java.util.List;
import java.util.stream.Stream;

/** The keys that each level of a configuration may have. */
final class Keys {

    static final List<String> SOURCE =
            List.of("type", "name", "client", "resource_defaults", "resources", "parallelized");

    static final List<String> CLIENT = List.of(
            "base_url",
            "headers",
            "auth",
            "paginator",
            "session",
            "retry",
            "timeout",
            "rate_limit",
            "max_response_size",
            "concurrency",
            "allowed_hosts",
            "tls",
            "proxy");

    static final List<String> ENDPOINT = List.of(
            "path",
            "method",
            "params",
            "json",
            "data",
            "headers",
            "paginator",
            "data_selector",
            "response_actions",
            "incremental",
            "auth",
            "retry",
            "timeout",
            "rate_limit",
            "response_format",
            "graphql",
            "concurrency",
            "on_error");

    /** Keys of a resource that concern its tables, and no request or record. */
    static final List<String> OF_TABLES = List.of(
            "max_table_nesting",
            "table_name",
            "write_disposition",
            "primary_key",
            "merge_key",
            "columns",
            "schema_contract",
            "table_format",
            "file_format",
            "references",
            "nested_hints",
            "parent_table_name",
            "completeness",
            "on_bad_row",
            "deletes",
            "max_delete");

    static final List<String> RESOURCE = Stream.concat(
                    Stream.of(
                            "name", "endpoint", "include_from_parent", "processing_steps", "selected", "parallelized"),
                    OF_TABLES.stream())
            .toList();

    private Keys() {}

    /** Fails for every key of a resource that does not belong there, and says where it does. */
    static void checkResource(ConfigNode resource) {
        List<String> problems = resource.keys().stream()
                .filter(key -> !RESOURCE.contains(key))
                .map(key -> unknown(resource, key).message())
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static ConfigException unknown(ConfigNode resource, String key) {
        String unknown = "unknown key '" + key + "'";
        if (ENDPOINT.contains(key)) {
            return resource.error(key, unknown + "; it belongs into 'endpoint'");
        }
        return resource.error(key, unknown + Suggestions.among(key, "Allowed here", RESOURCE));
    }
}
