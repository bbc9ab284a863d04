package dev.headrace.rest.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ConnectionShutdownException;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.protocol.RequestClientConnControl;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with servers before which there is no proxy, straight over pooled connections. What Apache HttpClient's own chain of
 * handlers does besides is either switched off or for proxies, and costs as much as the exchange itself.
 */
final class DirectExchange {

    /** In the library's own log, which is not written. */
    private static final String EXCHANGE = "exchange";

    private static final String BROKEN_OFF = "the exchange was broken off";
    private static final TimeValue NOT_KEPT = TimeValue.ZERO_MILLISECONDS;

    private static final HttpProcessor HEADERS =
            new DefaultHttpProcessor(new RequestContent(), new RequestTargetHost(), new RequestClientConnControl());

    private final HttpClientConnectionManager connections;
    private final HttpRequestExecutor executor = HeadLimits.executor();

    /** Takes an answer while its connection is open; reads it to its end. */
    @FunctionalInterface
    interface Reader {
        HttpResponse read(ClassicHttpResponse response, HttpClientContext context) throws IOException;
    }

    DirectExchange(HttpClientConnectionManager connections) {
        this.connections = connections;
    }

    HttpResponse of(HttpRoute route, ApacheRequest request, Reader reader) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(request.getConfig());
        context.setRequest(request);
        context.setRoute(route);
        context.setExchangeId(EXCHANGE);
        ConnectionEndpoint endpoint = lease(route, request);
        TimeValue keptAlive = NOT_KEPT;
        try {
            ClassicHttpResponse response = open(endpoint, request, context);
            HttpResponse answer = reader.read(response, context);
            if (DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context)) {
                keptAlive = DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
            }
            return answer;
        } catch (HttpException e) {
            throw new ClientProtocolException(e.getMessage(), e);
        } catch (ConnectionShutdownException e) {
            throw new IOException(BROKEN_OFF, e);
        } finally {
            release(endpoint, request, keptAlive);
        }
    }

    private ConnectionEndpoint lease(HttpRoute route, ApacheRequest request) throws IOException {
        Timeout patience = request.getConfig().getConnectionRequestTimeout();
        LeaseRequest lease = connections.lease(EXCHANGE, route, patience, null);
        request.setDependency(lease);
        try {
            ConnectionEndpoint endpoint = lease.get(patience);
            request.setDependency(() -> {
                endpoint.close(CloseMode.IMMEDIATE);
                return true;
            });
            return endpoint;
        } catch (InterruptedException e) {
            lease.cancel();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(BROKEN_OFF);
        } catch (ExecutionException | TimeoutException e) {
            lease.cancel();
            throw new IOException("no connection was to be had: " + e.getMessage(), e);
        }
    }

    private ClassicHttpResponse open(ConnectionEndpoint endpoint, ApacheRequest request, HttpClientContext context)
            throws IOException, HttpException {
        requireGoingOn(request);
        if (!endpoint.isConnected()) {
            connections.connect(endpoint, connectTimeout(request.getConfig()), context);
        }
        requireGoingOn(request);
        endpoint.setSocketTimeout(request.getConfig().getResponseTimeout());
        HEADERS.process(request, request.getEntity(), context);
        return endpoint.execute(EXCHANGE, request, executor::execute, context);
    }

    @SuppressWarnings("deprecation") // see ApacheRequest
    private static @Nullable Timeout connectTimeout(RequestConfig config) {
        return config.getConnectTimeout();
    }

    private static void requireGoingOn(ApacheRequest request) throws IOException {
        if (request.isCancelled()) {
            throw new IOException(BROKEN_OFF);
        }
    }

    /** @param keptAlive for how long the connection may be used again */
    private void release(ConnectionEndpoint endpoint, ApacheRequest request, TimeValue keptAlive) {
        request.setDependency(null);
        if (keptAlive.equals(NOT_KEPT)) {
            endpoint.close(CloseMode.IMMEDIATE);
        }
        connections.release(endpoint, null, keptAlive);
    }
}
