package dev.headrace.config.document;

import java.util.Locale;

/** The notations a configuration can be written in. */
public enum DocumentKind {
    YAML,
    JSON,
    PYTHON,
    MARKDOWN;

    /** The lower-case name used on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
