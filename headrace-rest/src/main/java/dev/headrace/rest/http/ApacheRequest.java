package dev.headrace.rest.http;

import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A request with timeouts of its own that another thread can break off. */
final class ApacheRequest extends BasicClassicHttpRequest implements CancellableDependency, Configurable {

    private final RequestConfig config;
    private final Timeouts timeouts;
    private @Nullable Cancellable underWay;
    private boolean cancelled;

    /**
     * @param usual the settings of the transport
     * @param own null for those of the transport
     * @param others those of the transport
     */
    ApacheRequest(
            String method, HttpHost target, String path, RequestConfig usual, @Nullable Timeouts own, Timeouts others) {
        super(method, target, path);
        this.config = own == null ? usual : config(usual, own);
        this.timeouts = own == null ? others : own;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    @SuppressWarnings("deprecation") // the newer way to set this one is by host, and two endpoints may share a host
    private static RequestConfig config(RequestConfig usual, Timeouts timeouts) {
        return RequestConfig.copy(usual)
                .setConnectTimeout(Timeout.of(timeouts.connect()))
                .setResponseTimeout(Timeout.of(timeouts.read()))
                .build();
    }

    @Override
    public RequestConfig getConfig() {
        return config;
    }

    @Override
    public synchronized void setDependency(@Nullable Cancellable dependency) {
        underWay = dependency;
        if (cancelled && dependency != null) {
            dependency.cancel();
        }
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Closes the connection at once, without reading what may still come; the request does not count as cancelled. */
    synchronized void breakOff() {
        if (underWay != null) {
            underWay.cancel();
        }
    }

    @Override
    public synchronized boolean cancel() {
        cancelled = true;
        return underWay == null || underWay.cancel();
    }
}
