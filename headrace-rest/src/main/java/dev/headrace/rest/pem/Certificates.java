package dev.headrace.rest.pem;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Reads certificates. */
public final class Certificates {

    private static final List<String> LABELS = List.of("CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

    private Certificates() {}

    /** All certificates of a PEM text, in order; at least one. */
    public static List<X509Certificate> read(String pem) throws UnusablePemException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : PemBlock.all(pem)) {
            if (LABELS.contains(block.label())) {
                certificates.add(certificate(block));
            }
        }
        if (certificates.isEmpty()) {
            throw new UnusablePemException("there is no BEGIN CERTIFICATE in it");
        }
        return certificates;
    }

    private static X509Certificate certificate(PemBlock block) throws UnusablePemException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block.der()));
        } catch (CertificateException e) {
            throw new UnusablePemException("a certificate in it is damaged", e);
        }
    }
}
