package dev.headrace.rest.http;

import dev.headrace.rest.limit.SizeText;
import java.io.IOException;

/** An answer is larger than is allowed, or than the memory of the Java process; it is not asked for again. */
public final class AnswerTooLargeException extends RuntimeException {

    private AnswerTooLargeException(String message) {
        super(message);
    }

    static AnswerTooLargeException beyond(long limit) {
        return new AnswerTooLargeException("the answer is larger than " + SizeText.write(limit)
                + ", the most that 'client.max_response_size' allows. Ask for smaller pages, or allow more.");
    }

    /** @param times how many times the largest body has come in */
    static AnswerTooLargeException onTheWire(long limit, int times) {
        return new AnswerTooLargeException("more than " + times + " times "
                + SizeText.write(limit) + " were received for a body that may have " + SizeText.write(limit)
                + " ('client.max_response_size'): its chunks or its encoding are made of next to nothing else. No API"
                + " answers so; check 'base_url'.");
    }

    /** @param what the rest of a sentence that begins with "the answer has no end:" */
    static AnswerTooLargeException withoutEnd(String what) {
        return new AnswerTooLargeException(
                "the answer does not end: " + what + ". No API answers so; check 'base_url'.");
    }

    /** A head that is no head of an answer. */
    static AnswerTooLargeException beforeTheBody(IOException cause) {
        AnswerTooLargeException failure = new AnswerTooLargeException("the answer has more than "
                + HeadLimits.MOST_HEADERS + " headers, or a line longer than " + (HeadLimits.LONGEST_LINE >> 10)
                + " KB outside of its body (" + cause.getMessage() + "). No API answers so; check 'base_url'.");
        failure.initCause(cause);
        return failure;
    }

    /** @param read how many bytes had come when there was no room for more */
    static AnswerTooLargeException outOfMemory(long read) {
        return new AnswerTooLargeException("after " + (read >> 20)
                + " MB of the answer Java's memory is full (it may take up to "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB). Ask for smaller pages, or give Java more, such as HEADRACE_JAVA_OPTIONS=-Xmx4g.");
    }
}
