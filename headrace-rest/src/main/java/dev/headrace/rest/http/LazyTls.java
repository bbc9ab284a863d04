package dev.headrace.rest.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** TLS, set up at the first use: reading trusted certificates and public suffixes costs a tenth of a second. */
final class LazyTls implements TlsSocketStrategy {

    private final Tls settings;
    private @Nullable TlsSocketStrategy tls;
    private volatile boolean ownAuthorities;

    LazyTls(Tls settings) {
        this.settings = settings;
    }

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext context)
            throws IOException {
        TlsSocketStrategy ready = tls();
        try {
            return ready.upgrade(socket, target, port, attachment, context);
        } catch (SSLException e) {
            throw CertificateFaults.explained(e, target, ownAuthorities);
        }
    }

    private synchronized TlsSocketStrategy tls() throws IOException {
        if (tls == null) {
            Tls complete = settings.completedFrom(System.getenv());
            ownAuthorities = !complete.authorities().isEmpty();
            tls = complete.isUsual() ? DefaultClientTlsStrategy.createSystemDefault() : strategy(complete);
        }
        return tls;
    }

    private static TlsSocketStrategy strategy(Tls tls) throws IOException {
        return tls.verify()
                ? new DefaultClientTlsStrategy(tls.context())
                : new DefaultClientTlsStrategy(tls.context(), NoopHostnameVerifier.INSTANCE);
    }
}
