package dev.headrace.config;

import dev.headrace.Redactor;
import java.nio.file.Path;

/**
 * What a provider may use beside its own node.
 *
 * @param owner name of what the component belongs to: the pipeline for sources and destinations, the source for its
 *     parts; picks the section in which settings are looked up
 * @param directory relative paths in configurations start here
 * @param untrusted whether somebody else wrote the configuration: see {@link #forStranger}
 */
public record ComponentContext(String owner, Path directory, Settings settings, Redactor redactor, boolean untrusted) {

    /** For a configuration that is trusted. */
    public ComponentContext(String owner, Path directory, Settings settings, Redactor redactor) {
        this(owner, directory, settings, redactor, false);
    }

    public ComponentContext withOwner(String name) {
        return new ComponentContext(name, directory, settings, redactor, untrusted);
    }

    /**
     * The same for a configuration that somebody else wrote: it reads no files and reaches public addresses only. Which
     * settings it is given is for the caller to decide.
     */
    public ComponentContext forStranger(Settings given) {
        return new ComponentContext(owner, directory, given, redactor, true);
    }

    /**
     * The file that a node names.
     *
     * @throws dev.headrace.ConfigException when the configuration is not trusted, and so names no files
     */
    public Path file(ConfigNode node) {
        if (untrusted) {
            throw node.error("a configuration that is not trusted (--untrusted) reads no files; load it without"
                    + " --untrusted if you know who wrote it");
        }
        return directory.resolve(node.text());
    }
}
