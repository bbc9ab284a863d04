package dev.headrace.cli;

/** The command line cannot be understood; nothing was done. */
final class WrongCallException extends RuntimeException {

    WrongCallException(String message) {
        super(message);
    }
}
