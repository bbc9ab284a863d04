package dev.headrace.rest.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.headrace.rest.pem.Certificates;
import dev.headrace.rest.pem.PrivateKeys;
import dev.headrace.rest.pem.UnusablePemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A server whose certificate comes from an authority of its own, for this machine only. */
final class TlsServer implements AutoCloseable {

    private final HttpsServer server;

    TlsServer(boolean asksForCertificates) throws IOException, UnusablePemException {
        this("server.pem", asksForCertificates);
    }

    /** @param certificate for the key of the server */
    TlsServer(String certificate, boolean asksForCertificates) throws IOException, UnusablePemException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Tls.Identity identity = new Tls.Identity(
                Certificates.read(Files.readString(file(certificate))),
                PrivateKeys.read(Files.readString(file("server.key")), null));
        SSLContext context = new Tls(Certificates.read(Files.readString(file("ca.pem"))), identity, true).context();
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters own = getSSLContext().getDefaultSSLParameters();
                own.setNeedClientAuth(asksForCertificates);
                parameters.setSSLParameters(own);
            }
        });
        server.createContext("/", exchange -> {
            byte[] body = "[1]".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(TlsServer.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
