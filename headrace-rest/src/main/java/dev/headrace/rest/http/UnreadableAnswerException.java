package dev.headrace.rest.http;

/** A body is not what its {@code Content-Encoding} says. */
public final class UnreadableAnswerException extends RuntimeException {

    UnreadableAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
