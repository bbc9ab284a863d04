package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts a key behind the parameters of every request. A link that has the key already gets it once more, as with dlt; one that
 * has it twice does not, or the links of an API that repeats what it was asked would grow without end.
 */
record QueryKeyAuthenticator(String name, Secret key) implements Authenticator {

    private static final int MOST = 2;

    @Override
    public Credentials open(ApiClient client) {
        client.context().redactor().learn(key);
        String written = HttpRequest.get("", "http://h")
                .withParam(name, key.reveal())
                .wireUrl()
                .replaceFirst(".*\\?", "");
        return request -> {
            if (occurrences(request.wireUrl(), written) >= MOST) {
                return request;
            }
            List<Parameter> params = new ArrayList<>(request.params());
            params.add(new Parameter(name, key.reveal()));
            return request.withParams(params);
        };
    }

    @Override
    public Set<String> parameters() {
        return Set.of(name);
    }

    private static long occurrences(String url, String pair) {
        String query = url.substring(url.indexOf('?') + 1);
        return Stream.of(query.split("&")).filter(pair::equals).count();
    }
}
