package dev.headrace.rest.http;

import dev.headrace.rest.limit.SizeText;

/** A body is larger than the largest buffer allowed. */
public final class AnswerTooLargeException extends RuntimeException {

    AnswerTooLargeException(long limit) {
        super("the answer is larger than " + SizeText.write(limit)
                + ", the most that 'client.max_response_size' allows");
    }
}
