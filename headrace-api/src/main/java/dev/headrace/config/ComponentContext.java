package dev.headrace.config;

import dev.headrace.Redactor;
import java.nio.file.Path;

/**
 * What a provider may use beside its own node.
 *
 * @param owner name of what the component belongs to: the pipeline for sources and destinations, the source for its
 *     parts; picks the section in which settings are looked up
 * @param directory relative paths in configurations start here
 */
public record ComponentContext(String owner, Path directory, Settings settings, Redactor redactor) {

    public ComponentContext withOwner(String name) {
        return new ComponentContext(name, directory, settings, redactor);
    }
}
