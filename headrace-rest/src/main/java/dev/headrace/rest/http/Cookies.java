package dev.headrace.rest.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cookies that servers set for the requests of one resource. Safe for any number of threads. */
final class Cookies {

    private volatile @Nullable CookieManager kept;

    void take(HttpResponse response) throws IOException {
        Optional<String> set = response.headers().find(Headers.SET_COOKIE);
        if (set.isPresent()) {
            List<String> lines = Arrays.asList(set.get().split("\n"));
            kept().put(URI.create(response.url()), Map.of(Headers.SET_COOKIE, lines));
        }
    }

    /** The headers with the cookies for that URL behind those that are there already. */
    Headers addTo(Headers headers, String url) {
        CookieManager cookieJar = kept;
        if (cookieJar == null) {
            return headers;
        }
        URI target = URI.create(url);
        String cookies = cookieJar.getCookieStore().get(target).stream()
                .filter(cookie -> isForPath(cookie, target.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        Optional<String> own = headers.find("Cookie");
        return cookies.isEmpty()
                ? headers
                : headers.with("Cookie", own.map(o -> o + "; " + cookies).orElse(cookies));
    }

    private synchronized CookieManager kept() {
        CookieManager cookieJar = kept == null ? new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER) : kept;
        kept = cookieJar;
        return cookieJar;
    }

    private static boolean isForPath(HttpCookie cookie, String path) {
        String prefix = cookie.getPath() == null ? "/" : cookie.getPath();
        return path.equals(prefix)
                || (path.startsWith(prefix) && (prefix.endsWith("/") || path.charAt(prefix.length()) == '/'));
    }
}
