package dev.headrace.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpConnectionMetrics;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The transport over Apache HttpClient, with everything switched off that a {@link ResourceClient} does itself. The timeout
 * holds for connecting and for every silence while an answer is awaited or read. Proxies are those of the environment.
 */
public final class ApacheTransport implements Transport {

    private static final int MOST_CONNECTIONS = 256;

    private final HttpRoutePlanner routes;
    private final DirectExchange direct;
    /** For requests through proxies. */
    private final CloseableHttpClient client;

    private final RequestConfig config;
    private final Timeouts timeouts;
    private final Deadlines deadlines = new Deadlines();

    /** @param timeout for connecting, and for each silence while an answer is read */
    public ApacheTransport(Duration timeout) {
        this(timeout, Network.usual());
    }

    ApacheTransport(Duration timeout, Network network) {
        this(timeout, network.tls(), network.proxies(), network.addresses());
    }

    ApacheTransport(Duration timeout, Proxies proxies) {
        this(timeout, Tls.usual(), proxies, SystemDefaultDnsResolver.INSTANCE);
    }

    ApacheTransport(Duration timeout, Tls tls, Proxies proxies, DnsResolver addresses) {
        Timeout limit = Timeout.of(timeout);
        this.timeouts = Timeouts.of(timeout);
        config = RequestConfig.custom().setResponseTimeout(limit).build();
        routes = proxies.routePlanner();
        PoolingHttpClientConnectionManager connections = connections(limit, tls, addresses);
        direct = new DirectExchange(connections);
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setRoutePlanner(routes)
                .setDefaultCookieSpecRegistry(nothing())
                .setDefaultAuthSchemeRegistry(proxies.schemes())
                .setDefaultCredentialsProvider(proxies.credentials())
                .setRequestExecutor(HeadLimits.executor())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .disableConnectionState()
                .build();
    }

    @Override
    public HttpResponse send(WireRequest request, BodyBuffer buffer) throws IOException {
        Origin origin = Origin.of(request.url());
        HttpHost target = host(origin);
        String path = request.url()
                .substring(request.url().indexOf('/', origin.scheme().length() + 3));
        ApacheRequest message =
                new ApacheRequest(request.method(), target, path, config, request.timeouts(), this.timeouts);
        request.headers().forEach(message::addHeader);
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        Timeouts timeouts = message.timeouts();
        Duration total = timeouts.total();
        Deadlines.Deadline deadline = total == null ? Deadlines.NONE : deadlines.set(total, message);
        try {
            return exchange(target, message, request.url(), buffer);
        } catch (MessageConstraintException e) {
            throw AnswerTooLargeException.beforeTheBody(e);
        } catch (IOException | UnreadableAnswerException e) {
            throw message.isCancelled() ? SlowAnswers.total(total, e) : SlowAnswers.explained(e, timeouts);
        } finally {
            deadline.drop();
        }
    }

    private HttpResponse exchange(HttpHost target, ApacheRequest message, String url, BodyBuffer buffer)
            throws IOException {
        HttpResponse answer = answer(target, message, url, buffer);
        if (message.isCancelled()) {
            throw new IOException("broken off"); // and so the body may have ended before its time
        }
        return answer;
    }

    private HttpResponse answer(HttpHost target, ApacheRequest message, String url, BodyBuffer buffer)
            throws IOException {
        HttpRoute route = route(target);
        if (route.getProxyHost() == null) {
            return direct.of(
                    route,
                    message,
                    (response, context) -> read(response, message, url, buffer, context.getEndpointDetails()));
        }
        HttpClientContext context = HttpClientContext.create();
        try (ClassicHttpResponse response = client.executeOpen(target, message, context)) {
            return read(response, message, url, buffer, context.getEndpointDetails());
        }
    }

    private HttpRoute route(HttpHost target) throws IOException {
        try {
            return routes.determineRoute(target, HttpClientContext.create());
        } catch (HttpException e) {
            throw new ClientProtocolException(e.getMessage(), e);
        }
    }

    /** The scheme's own port is left out, so that the header {@code Host} is without it. */
    private static HttpHost host(Origin origin) {
        String name = origin.host().startsWith("[") ? origin.host().replaceAll("[\\[\\]]", "") : origin.host();
        return new HttpHost(origin.scheme(), name, origin.hasUsualPort() ? -1 : origin.port());
    }

    @Override
    public void close() {
        deadlines.close();
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpResponse read(
            ClassicHttpResponse response,
            ApacheRequest message,
            String url,
            BodyBuffer buffer,
            HttpConnectionMetrics wire)
            throws IOException {
        buffer.clear();
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            readBody(entity, message, buffer, wire);
        }
        return new HttpResponse(
                response.getCode(),
                response.getReasonPhrase() == null ? "" : response.getReasonPhrase(),
                headers(response),
                buffer.bytes(),
                buffer.length(),
                url);
    }

    /**
     * The body is read to its end, or the connection closed. Closing a body that has not been read to its end would read the rest,
     * which may never end.
     */
    private static void readBody(
            HttpEntity entity, ApacheRequest message, BodyBuffer buffer, HttpConnectionMetrics wire)
            throws IOException {
        Pace pace = Pace.of(message.timeouts(), System::nanoTime);
        InputStream content = new MeteredBody(entity.getContent(), wire, buffer.limit(), pace);
        boolean whole = false;
        try {
            decode(entity, content, buffer);
            whole = content.read() < 0;
        } finally {
            if (!whole) {
                message.breakOff();
            }
        }
    }

    private static void decode(HttpEntity entity, InputStream content, BodyBuffer buffer) throws IOException {
        String encoding = entity.getContentEncoding();
        if (encoding != null && Decoding.isEncoded(encoding)) {
            Decoding.read(content, encoding, buffer);
        } else {
            buffer.fill(content, entity.getContentLength());
        }
    }

    private static Headers headers(ClassicHttpResponse response) {
        Headers headers = Headers.none();
        for (Header header : response.getHeaders()) {
            headers = headers.and(header.getName(), header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    private static PoolingHttpClientConnectionManager connections(Timeout limit, Tls tls, DnsResolver addresses) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HeadLimits.config())
                        .responseParserFactory(UnaskedBytes.refusingParsers(HeadLimits.config()))
                        .build())
                .setTlsSocketStrategy(new LazyTls(tls))
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setMaxConnTotal(MOST_CONNECTIONS * 2)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .build();
    }

    private static <T> Lookup<T> nothing() {
        return name -> null;
    }
}
