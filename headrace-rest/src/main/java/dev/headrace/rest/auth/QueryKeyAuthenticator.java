package dev.headrace.rest.auth;

import dev.headrace.Secret;
import dev.headrace.rest.http.ApiClient;
import dev.headrace.rest.http.Authenticator;
import dev.headrace.rest.http.Credentials;
import dev.headrace.rest.http.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Puts a key behind the parameters of every request. A link that has the key already gets it once more, as with dlt. */
record QueryKeyAuthenticator(String name, Secret key) implements Authenticator {

    @Override
    public Credentials open(ApiClient client) {
        client.context().redactor().learn(key);
        return request -> {
            List<Parameter> params = new ArrayList<>(request.params());
            params.add(new Parameter(name, key.reveal()));
            return request.withParams(params);
        };
    }
}
