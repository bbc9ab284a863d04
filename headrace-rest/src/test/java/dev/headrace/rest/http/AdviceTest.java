package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.stream.Stream;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTest {

    private static final String SETTING = "'client.tls.certificate'";

    static Stream<IOException> waysToEndAConnection() {
        return Stream.of(
                new SocketException("Broken pipe"),
                new SocketException("Connection reset"),
                new NoHttpResponseException("The target server failed to respond"));
    }

    @ParameterizedTest
    @MethodSource("waysToEndAConnection")
    void namesOurCertificateHoweverAServerEndsASecureConnection(IOException cause) {
        assertThat(Advice.afterBreak("https://api.example.com/x", cause)).contains(SETTING);
    }

    @Test
    void doesNotNameItWhereNoCertificateIsAskedFor() {
        IOException cause = new NoHttpResponseException("The target server failed to respond");

        assertThat(Advice.afterBreak("http://api.example.com/x", cause)).doesNotContain(SETTING);
    }
}
