package dev.headrace.rest.http;

import dev.headrace.rest.pem.Certificates;
import dev.headrace.rest.pem.UnusablePemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Which servers are believed, and how we prove ourselves to them.
 *
 * @param authorities the only ones that are believed; empty for those of this Java
 * @param identity null when we have none
 * @param verify false believes every server
 */
record Tls(List<X509Certificate> authorities, @Nullable Identity identity, boolean verify) {

    /** In the order in which the HTTP stack of Python looks at them. */
    private static final List<String> BUNDLES = List.of("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE");

    Tls {
        authorities = List.copyOf(authorities);
    }

    /** A certificate with the chain that leads to its authority, and its key. */
    record Identity(List<X509Certificate> chain, PrivateKey key) {
        @Override
        public String toString() {
            return "certificate";
        }
    }

    static Tls usual() {
        return new Tls(List.of(), null, true);
    }

    boolean isUsual() {
        return verify && authorities.isEmpty() && identity == null;
    }

    /** These settings with the authorities that the environment names, where there are none of their own. */
    Tls completedFrom(Map<String, String> environment) throws IOException {
        Optional<String> bundle = BUNDLES.stream()
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
        return bundle.isEmpty() || !authorities.isEmpty()
                ? this
                : new Tls(bundle(Path.of(bundle.get())), identity, verify);
    }

    /** The certificates of a file, or of all files of a folder. */
    private static List<X509Certificate> bundle(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return certificates(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<X509Certificate> all = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().matches(".*\\.(pem|crt|cer|[0-9])")) {
                    all.addAll(certificates(file));
                }
            }
            return all;
        }
    }

    private static List<X509Certificate> certificates(Path file) throws IOException {
        try {
            return Certificates.read(Files.readString(file));
        } catch (UnusablePemException e) {
            throw new IOException("Cannot use the certificates of " + file + ": " + e.reason(), e);
        }
    }

    SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot set up TLS: " + e.getMessage(), e);
        }
    }

    private TrustManager @Nullable [] trust() throws IOException, GeneralSecurityException {
        if (!verify) {
            return new TrustManager[] {new TrustingEverybody()};
        }
        if (authorities.isEmpty()) {
            return null;
        }
        KeyStore store = empty();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (identity == null) {
            return null;
        }
        KeyStore store = empty();
        store.setKeyEntry(
                "client", identity.key(), new char[0], identity.chain().toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
