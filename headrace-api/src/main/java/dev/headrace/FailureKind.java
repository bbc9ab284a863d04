package dev.headrace;

import java.util.Locale;

/** What went wrong, in the words of the run report's {@code error.kind}. */
public enum FailureKind {
    /** The configuration or the call is wrong or incomplete. */
    CONFIG,
    /** No usable credentials. */
    AUTH,
    /** A status that means failure, or the transport failed. */
    HTTP,
    /** A value that pagination needs is missing, unusable or repeats. */
    PAGINATOR,
    /** A response or a record that does not fit: no JSON, a missing field. */
    DATA,
    /** A contract, nullability or key was violated. */
    SCHEMA,
    /** The destination refused. */
    LOAD,
    /** Nothing did: the run was asked to stop. */
    INTERRUPTED;

    /** The lower-case name used in reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
