package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.json.path.JsonPath;
import dev.headrace.json.path.JsonPathException;

/** Reads JSONPath expressions, and says at their place what is wrong with them. */
final class Selectors {

    private Selectors() {}

    /** @param place where the expression was found */
    static JsonPath path(String expression, ConfigNode place) {
        try {
            return JsonPath.compile(expression);
        } catch (JsonPathException e) {
            throw place.error("cannot read the path '" + expression + "': " + e.getMessage());
        }
    }
}
