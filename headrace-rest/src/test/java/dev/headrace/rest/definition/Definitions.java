package dev.headrace.rest.definition;

import dev.headrace.Redactor;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Settings;
import dev.headrace.json.JsonTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Configurations of tests. */
final class Definitions {

    private Definitions() {}

    /** Reads a configuration in which single quotes stand for double ones. */
    @SuppressWarnings("unchecked") // the root of a configuration is an object
    static SourceDefinition parse(String json) {
        Object root = JsonTree.parse(json.replace('\'', '"')).toJava();
        return SourceParser.parse(
                JavaNode.of((Map<String, Object>) Objects.requireNonNull(root)),
                new ComponentContext("rest_api", Path.of(""), Settings.none(), new Redactor()));
    }
}
