package dev.headrace.rest.http;

import dev.headrace.SourceException;
import dev.headrace.event.RunEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request and follows redirects, each hop with the credentials, headers and cookies that belong to its origin. To
 * other origins than the trusted ones go only headers that say nothing about the user.
 */
final class Hops {

    private static final int MOST_REDIRECTS = 30;
    private static final int LONGEST_URL = 64 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEPING_METHOD = Set.of(307, 308);
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;
    private static final String VERSION = version();

    private final Exchange exchange;
    private final Credentials credentials;
    private final Trust trust;
    private final Failures failures;
    private final Cookies cookies = new Cookies();
    private final ForeignRequest foreign;
    private final Map<Origin, Cookies> foreignCookies = new ConcurrentHashMap<>();
    private final Set<Origin> foreignTold = ConcurrentHashMap.newKeySet();

    Hops(Exchange exchange, Credentials credentials, Trust trust) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.trust = trust;
        this.foreign = new ForeignRequest(exchange.context().redactor());
        this.failures = new Failures(exchange);
    }

    Outcome.Answered follow(HttpRequest request, ResponseRule rule, BodyBuffer buffer) throws IOException {
        HttpRequest hop = request;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse response = send(hop, i == 0, buffer);
            Verdict verdict = rule.judge(response);
            String target = verdict instanceof Verdict.Pass ? target(hop, response) : null;
            if (target == null) {
                return new Outcome.Answered(response, verdict, i == 0 ? null : hop.url());
            }
            hop = redirected(hop, response.status(), target);
        }
        throw failures.of(
                request, "there were more than " + MOST_REDIRECTS + " redirects. Check 'base_url' and 'auth'.", null);
    }

    private HttpResponse send(HttpRequest hop, boolean first, BodyBuffer buffer) throws IOException {
        Origin origin = origin(hop);
        if (!trust.covers(origin)) {
            return sendAbroad(hop, origin, first, buffer);
        }
        HttpRequest ready = withCredentials(hop, first);
        HttpResponse response = send(ready, origin, cookies, buffer);
        return response.status() == UNAUTHORIZED && credentials.renew(ready)
                ? send(withCredentials(hop, first), origin, cookies, buffer)
                : response;
    }

    private HttpResponse sendAbroad(HttpRequest hop, Origin origin, boolean first, BodyBuffer buffer)
            throws IOException {
        String secret = foreign.revealing(hop);
        if (secret != null) {
            throw failures.of(
                    hop, secret + ", and " + origin + " is not the server of 'base_url'. " + allow(origin), null);
        }
        if (first) {
            tellForeign(origin);
        }
        Cookies own = foreignCookies.computeIfAbsent(origin, o -> new Cookies());
        return send(foreign.of(hop), origin, own, buffer);
    }

    private HttpResponse send(HttpRequest ready, Origin origin, Cookies cookies, BodyBuffer buffer) throws IOException {
        String url = ready.wireUrl();
        if (url.length() > LONGEST_URL) {
            throw tooLong(ready, url.length());
        }
        Headers headers = cookies.addTo(headers(ready, origin), url);
        WireRequest wire = new WireRequest(
                ready.method(),
                url,
                headers,
                ready.body().bytes(),
                exchange.limits().timeouts());
        exchange.gate().pass(origin);
        HttpResponse response = answer(wire, buffer);
        exchange.gate().heard(origin, response);
        cookies.take(response);
        return response;
    }

    private HttpResponse answer(WireRequest wire, BodyBuffer buffer) throws IOException {
        exchange.context().waitBegins();
        try {
            return exchange.transport().send(wire, buffer);
        } finally {
            exchange.context().waitEnds();
        }
    }

    /** Parameters that are credentials go with the first request only: a redirect says itself what its query is. */
    private HttpRequest withCredentials(HttpRequest hop, boolean first) {
        HttpRequest applied = credentials.apply(hop);
        if (applied.headers().find("Authorization").isEmpty()) {
            String authorization =
                    UserInfo.of(hop.url()).map(UserInfo::authorization).orElse(null);
            applied = authorization == null ? applied : applied.withHeader("Authorization", authorization);
        }
        return first ? applied : applied.withParams(hop.params());
    }

    private static Headers headers(HttpRequest request, Origin origin) {
        Headers headers = Headers.none()
                .with("User-Agent", "headrace/" + VERSION)
                .with("Accept-Encoding", origin.isLoopback() ? "identity" : "gzip, deflate")
                .with("Accept", "*/*")
                .overlaidBy(request.headers());
        boolean named = headers.find("Content-Type").isPresent();
        String type = request.body().contentType().orElse(null);
        return named || type == null ? headers : headers.with("Content-Type", type);
    }

    private SourceException tooLong(HttpRequest request, int length) {
        HttpRequest shown =
                request.withUrl(Redaction.withoutQuery(request.url())).withParams(List.of());
        String reason = "the address has " + length + " characters, and no server takes more than " + LONGEST_URL
                + ". Check the paginator: it is the answer before that led there, unless 'params' are that long.";
        return shown.url().length() > LONGEST_URL
                ? failures.of(shown.withUrl(origin(request).toString()), reason, null)
                : failures.of(shown, reason, null);
    }

    private static @Nullable String target(HttpRequest hop, HttpResponse response) {
        if (!REDIRECTS.contains(response.status())) {
            return null;
        }
        return response.headers()
                .find("Location")
                .map(location -> Urls.resolve(hop.url(), location))
                .orElse(null);
    }

    /** What browsers do: after 307 and 308 the request is repeated, otherwise its result is fetched (RFC 9110, 15.4). */
    private HttpRequest redirected(HttpRequest hop, int status, String target) {
        HttpRequest next = hop.withUrl(target);
        boolean fetched = status == SEE_OTHER || hop.method().equals("POST");
        if (fetched && !KEEPING_METHOD.contains(status)) {
            Headers headers = hop.headers().with("Content-Type", null);
            return new HttpRequest(hop.resource(), "GET", target, List.of(), headers, Body.none());
        }
        if (!(hop.body() instanceof Body.None) && !trust.covers(origin(next))) {
            throw failures.of(
                    hop,
                    "the redirect to " + origin(next) + " would carry the body of the request to another server. "
                            + allow(origin(next)),
                    null);
        }
        return next;
    }

    private Origin origin(HttpRequest hop) {
        if (!Urls.isAbsolute(hop.url())) {
            throw failures.of(hop, "this is no http or https URL. Check 'base_url' and the path.", null);
        }
        try {
            return Origin.of(hop.url());
        } catch (IllegalArgumentException e) {
            throw failures.of(hop, "this is no valid URL. Check 'base_url' and the path.", e);
        }
    }

    private void tellForeign(Origin origin) {
        if (foreignTold.add(origin)) {
            exchange.context()
                    .listener()
                    .on(new RunEvent.Warned(
                            exchange.resource(),
                            "The API leads to " + origin
                                    + ", which is not the server of 'base_url': neither credentials nor"
                                    + " configured headers are sent there. " + allow(origin)));
        }
    }

    private static String allow(Origin origin) {
        return "If that is meant, name it in 'client': allowed_hosts: [" + origin.host() + "].";
    }

    private static String version() {
        String version = Hops.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
