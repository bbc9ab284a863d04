package dev.headrace.rest.http;

import dev.headrace.rest.limit.SizeText;

/** A body is larger than the largest buffer allowed, or than the memory of the Java process. */
public final class AnswerTooLargeException extends RuntimeException {

    private AnswerTooLargeException(String message) {
        super(message);
    }

    static AnswerTooLargeException beyond(long limit) {
        return new AnswerTooLargeException("the answer is larger than " + SizeText.write(limit)
                + ", the most that 'client.max_response_size' allows. Ask for smaller pages, or allow more.");
    }

    /** @param read how many bytes had come when there was no room for more */
    static AnswerTooLargeException outOfMemory(long read) {
        return new AnswerTooLargeException("after " + (read >> 20)
                + " MB of the answer Java's memory is full (it may take up to "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB). Ask for smaller pages, or give Java more, such as HEADRACE_JAVA_OPTIONS=-Xmx4g.");
    }
}
