package dev.headrace.rest.http;

import dev.headrace.Secret;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import dev.headrace.rest.pem.Certificates;
import dev.headrace.rest.pem.PrivateKeys;
import dev.headrace.rest.pem.UnusablePemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code tls: {ca, certificate, key, key_passphrase, verify}}; used once. */
final class TlsReader {

    private static final String CA = "ca";
    private static final String CERTIFICATE = "certificate";
    private static final String KEY = "key";
    private static final String PASSPHRASE = "key_passphrase";
    private static final String VERIFY = "verify";

    private final ConfigNode tls;
    private final ComponentContext context;
    private final Problems problems = new Problems();

    TlsReader(ConfigNode tls, ComponentContext context) {
        this.tls = tls.requireObject();
        this.context = context;
    }

    Tls read() {
        problems.check(() -> tls.onlyKeys(List.of(CA, CERTIFICATE, KEY, PASSPHRASE, VERIFY)));
        List<X509Certificate> authorities = tls.present(CA)
                .flatMap(node -> problems.attempt(() -> certificates(node)))
                .orElse(List.of());
        Optional<Tls.Identity> identity = problems.attempt(this::identity).flatMap(found -> found);
        boolean verify = problems.attempt(() -> tls.bool(VERIFY, true)).orElse(true);
        if (!verify && !authorities.isEmpty()) {
            problems.add(tls.error(VERIFY, "'verify: false' believes every server; leave it or 'ca' out"));
        }
        problems.throwIfAny();
        return new Tls(authorities, identity.orElse(null), verify);
    }

    private Optional<Tls.Identity> identity() {
        Optional<ConfigNode> certificate = tls.present(CERTIFICATE);
        if (certificate.isEmpty()) {
            for (String key : List.of(KEY, PASSPHRASE)) {
                if (tls.present(key).isPresent()) {
                    throw tls.error(key, "'" + key + "' belongs to a 'certificate', which is missing");
                }
            }
            return Optional.empty();
        }
        Secret passphrase = tls.present(PASSPHRASE)
                .map(ConfigNode::secret)
                .map(context.redactor()::learn)
                .orElse(null);
        ConfigNode key = tls.present(KEY).orElse(certificate.get());
        Optional<List<X509Certificate>> chain = problems.attempt(() -> certificates(certificate.get()));
        Optional<PrivateKey> read = problems.attempt(() -> key(key, passphrase));
        return chain.flatMap(certificates -> read.map(found -> new Tls.Identity(certificates, found)));
    }

    private List<X509Certificate> certificates(ConfigNode node) {
        try {
            return Certificates.read(content(node));
        } catch (UnusablePemException e) {
            throw unusable(node, e);
        }
    }

    private PrivateKey key(ConfigNode node, @Nullable Secret passphrase) {
        try {
            return PrivateKeys.read(content(node), passphrase);
        } catch (UnusablePemException e) {
            throw unusable(node, e);
        }
    }

    private static dev.headrace.ConfigException unusable(ConfigNode node, UnusablePemException e) {
        return node.error("'" + node.text() + "' cannot be used: " + e.reason());
    }

    private String content(ConfigNode node) {
        if (node.text().contains("-----BEGIN")) {
            throw node.error("names a file in PEM form, and has the content of one. Put it into a file");
        }
        Path file = context.file(node);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw node.error("cannot read " + file + ": " + e.getClass().getSimpleName()
                    + ". Check the name and its rights; relative names start at the working directory");
        }
    }
}
