package dev.headrace;

/** The run was asked to stop and did. Exit code 130 of the command line. */
public final class InterruptedRunException extends HeadraceException {

    public InterruptedRunException(Phase phase, String message) {
        super(FailureKind.INTERRUPTED, phase, message, null);
    }
}
