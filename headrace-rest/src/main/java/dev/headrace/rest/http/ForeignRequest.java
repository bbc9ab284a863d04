package dev.headrace.rest.http;

import dev.headrace.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes requests fit for servers that are not trusted: with nothing that tells them about the user. */
final class ForeignRequest {

    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-encoding", "accept-language", "content-type", "user-agent");

    private final Redactor redactor;

    ForeignRequest(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The request with harmless headers, and without parameters that are secrets. */
    HttpRequest of(HttpRequest request) {
        List<Parameter> params =
                request.params().stream().filter(param -> !isSecret(param)).toList();
        return request.withParams(params).withHeaders(request.headers().only(ForeignRequest::isHarmless));
    }

    /** What of the request is secret and can't be left out; null when there is nothing. */
    @Nullable
    String revealing(HttpRequest request) {
        if (holdsSecret(UrlEncoding.wireUrl(request.url(), List.of()))) {
            return "the URL holds a secret";
        }
        byte[] body = request.body().bytes();
        boolean secretBody = body != null && holdsSecret(new String(body, StandardCharsets.UTF_8));
        return secretBody ? "the body holds a secret" : null;
    }

    private boolean isSecret(Parameter param) {
        return holdsSecret(UrlEncoding.query(List.of(param)));
    }

    private boolean holdsSecret(String text) {
        return redactor.findsSecretIn(text);
    }

    private static boolean isHarmless(String header) {
        return HARMLESS.contains(header.toLowerCase(Locale.ROOT));
    }
}
