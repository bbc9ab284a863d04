package dev.headrace.rest.definition;

import dev.headrace.ConfigException;
import dev.headrace.config.ConfigNode;
import java.util.Optional;

/** Reads {@code on_error} of an endpoint. */
final class OnErrorParser {

    private static final String KEY = "on_error";
    private static final String DEFAULTS = "resource_defaults.";

    private OnErrorParser() {}

    static OnError parse(ConfigNode endpoint) {
        return endpoint.present(KEY)
                .map(node -> Choices.constant(node, OnError.class, OnError::label))
                .orElse(OnError.FAIL);
    }

    /** The problem with a resource that has no parent; a default is meant for those that have one. */
    static Optional<ConfigException> problemWithoutParent(ConfigNode resource, String name) {
        return resource.find("endpoint")
                .flatMap(endpoint -> endpoint.present(KEY))
                .filter(node -> !isDefault(node.path()))
                .map(node ->
                        node.error("'" + KEY + "' of resource '" + name + "' is for the requests of a child, one of"
                                + " which may fail for a record of its parent; this resource has no parent. Leave it out; to take"
                                + " a status for the end of the data use 'response_actions'"));
    }

    private static boolean isDefault(String path) {
        return path.startsWith(DEFAULTS) || path.contains("." + DEFAULTS);
    }
}
