package dev.headrace.rest.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** How much may stand around the body of an answer: more than any API sends, and little enough to be held. */
final class HeadLimits {

    /** Of one answer, those behind its body included. */
    static final int MOST_HEADERS = 1000;

    /** In bytes: of a status, of a header, of what announces a chunk. */
    static final int LONGEST_LINE = 64 * 1024;

    /** Answers with a status below 200, which say that the real one is still to come. */
    static final int MOST_INTERIM_ANSWERS = 100;

    private HeadLimits() {}

    static Http1Config config() {
        return Http1Config.custom()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxLineLength(LONGEST_LINE)
                .build();
    }

    static HttpRequestExecutor executor() {
        return new CountingExecutor();
    }

    private static final class CountingExecutor extends HttpRequestExecutor {
        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback hearer,
                HttpContext context)
                throws IOException, HttpException {
            UnaskedBytes.refuse(connection);
            int[] heard = {0};
            HttpResponseInformationCallback counting = (response, from, within) -> {
                if (++heard[0] > MOST_INTERIM_ANSWERS) {
                    throw AnswerTooLargeException.withoutEnd("more than " + MOST_INTERIM_ANSWERS
                            + " interim answers (status " + response.getCode() + ") came, and none that is one");
                }
                if (hearer != null) {
                    hearer.execute(response, from, within);
                }
            };
            return super.execute(request, connection, counting, context);
        }
    }
}
