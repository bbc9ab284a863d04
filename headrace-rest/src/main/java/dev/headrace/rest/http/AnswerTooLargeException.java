package dev.headrace.rest.http;

/** A body is larger than the largest buffer allowed. */
public final class AnswerTooLargeException extends RuntimeException {

    AnswerTooLargeException(long limit) {
        super("the answer is larger than " + limit / (1024 * 1024) + " MiB");
    }
}
