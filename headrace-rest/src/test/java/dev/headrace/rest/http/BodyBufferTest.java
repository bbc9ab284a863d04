package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BodyBufferTest {

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    @Test
    void saysWhatToDoWhenAnAnswerDoesNotFitIntoMemory() {
        BodyBuffer buffer = new BodyBuffer(LARGEST);
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(LARGEST);

        assertThatThrownBy(() -> buffer.fill(new ByteArrayInputStream(new byte[1]), LARGEST))
                .isInstanceOf(AnswerTooLargeException.class)
                .hasMessageContainingAll("Java's memory is full", "HEADRACE_JAVA_OPTIONS=-Xmx");
    }

    @Test
    void holdsABodyAsLargeAsTheLimit() throws IOException {
        BodyBuffer buffer = new BodyBuffer(200_000);
        buffer.fill(new ByteArrayInputStream(new byte[200_000]), -1);
        assertThat(buffer.length()).isEqualTo(200_000);
    }
}
