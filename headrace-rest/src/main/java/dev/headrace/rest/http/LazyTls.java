package dev.headrace.rest.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** The usual TLS, set up at the first use: reading trusted certificates and public suffixes costs a tenth of a second. */
final class LazyTls implements TlsSocketStrategy {

    private @Nullable TlsSocketStrategy tls;

    @Override
    public SSLSocket upgrade(Socket socket, String target, int port, Object attachment, HttpContext context)
            throws IOException {
        return tls().upgrade(socket, target, port, attachment, context);
    }

    private synchronized TlsSocketStrategy tls() {
        if (tls == null) {
            tls = DefaultClientTlsStrategy.createSystemDefault();
        }
        return tls;
    }
}
