package dev.headrace.rest.auth;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import java.util.Arrays;
import java.util.List;

/** Where an API key is put. */
public enum KeyLocation {
    HEADER("header"),
    /** Behind the other parameters of the URL. */
    QUERY("query", "param"),
    COOKIE("cookie");

    private static final List<String> LABELS = List.of("header", "query", "param", "cookie");

    private final List<String> labels;

    KeyLocation(String... labels) {
        this.labels = List.of(labels);
    }

    /** The location that a configuration names. */
    static KeyLocation of(String label, ConfigNode place) {
        return Arrays.stream(values())
                .filter(location -> location.labels.contains(label))
                .findFirst()
                .orElseThrow(
                        () -> place.error("unknown location '" + label + "'" + Suggestions.didYouMean(label, LABELS)
                                + " Allowed here: header, query, param (the same), cookie"));
    }
}
