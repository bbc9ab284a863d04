package dev.headrace.bench.measure;

/** A measured command ended badly; the message has what it wrote. */
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunFailedException(String message) {
        super(message);
    }
}
