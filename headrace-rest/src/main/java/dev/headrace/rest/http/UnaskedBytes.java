package dev.headrace.rest.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a server sent behind an answer: they would be read as the answer to the next request, which is another one. A
 * connection with such bytes is given up before anything is asked for on it.
 */
final class UnaskedBytes {

    private UnaskedBytes() {}

    /** Looks for those that have come since the last answer was read; does not wait for any. */
    static void refuse(HttpClientConnection connection) throws IOException {
        if (connection instanceof ManagedHttpClientConnection managed
                && managed.getSocket() != null
                && managed.getSocket().getInputStream().available() > 0) {
            throw unasked();
        }
    }

    /** Parsers that look for those that came together with the last answer. */
    static HttpMessageParserFactory<ClassicHttpResponse> refusingParsers(Http1Config config) {
        HttpMessageParserFactory<ClassicHttpResponse> usual = new DefaultHttpResponseParserFactory(config);
        return new HttpMessageParserFactory<>() {
            @Override
            @SuppressWarnings("deprecation") // the interface has no other method to write
            public HttpMessageParser<ClassicHttpResponse> create(@Nullable Http1Config given) {
                return create();
            }

            @Override
            public HttpMessageParser<ClassicHttpResponse> create() {
                return new RefusingParser(usual.create());
            }
        };
    }

    private static IOException unasked() {
        return new IOException("the server sent more than one answer, or more than it had announced");
    }

    /** Reads the heads of the answers of one connection. Interim answers may come together with the one behind them. */
    private static final class RefusingParser implements HttpMessageParser<ClassicHttpResponse> {

        private final HttpMessageParser<ClassicHttpResponse> usual;
        private boolean interim;

        private RefusingParser(HttpMessageParser<ClassicHttpResponse> usual) {
            this.usual = usual;
        }

        @Override
        public @Nullable ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
                throws IOException, HttpException {
            if (!interim && buffer.length() > 0) {
                throw unasked();
            }
            ClassicHttpResponse response = usual.parse(buffer, in);
            interim = response != null && response.getCode() < 200;
            return response;
        }
    }
}
