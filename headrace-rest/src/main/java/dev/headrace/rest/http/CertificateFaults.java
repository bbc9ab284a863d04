package dev.headrace.rest.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the certificate of a server, in place of the names of classes that look at it. */
final class CertificateFaults {

    /** As {@link java.util.Date} writes itself, which is all that the JDK tells of it. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ROOT);

    private static final Pattern BOUND = Pattern.compile("Not(?:After|Before): (.*)");
    private static final String OTHER_HOSTS = "is not for that host, only for others";

    private CertificateFaults() {}

    /**
     * The failure with a text that names the host and the fault; as it is where it is no fault of the server's certificate.
     *
     * @param ownAuthorities whether other authorities are believed than those of this Java
     */
    static SSLException explained(SSLException failure, String host, boolean ownAuthorities) {
        return fault(failure, ownAuthorities)
                .<SSLException>map(fault ->
                        new DistrustedServerException("the certificate of the server '" + host + "' " + fault, failure))
                .orElse(failure);
    }

    private static Optional<String> fault(SSLException failure, boolean ownAuthorities) {
        if (failure instanceof SSLPeerUnverifiedException) {
            return Optional.of(OTHER_HOSTS);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Optional.of("has expired" + date(" at ", cause.getMessage()));
            }
            if (cause instanceof CertificateNotYetValidException) {
                return Optional.of("is not valid yet" + date(", only from ", cause.getMessage())
                        + "; the clock of this machine says "
                        + Instant.now().toString().replaceFirst("\\..*", "Z"));
            }
            if (cause instanceof CertPathBuilderException) {
                return Optional.of(
                        ownAuthorities
                                ? "is signed by none of the authorities that 'client.tls.ca' or the environment names"
                                : "is signed by an authority that is not known here, or by itself");
            }
        }
        return nameless(failure);
    }

    /** What the JDK finds wrong has no type where it is the names. */
    private static Optional<String> nameless(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof CertificateException) {
                return Optional.of(
                        message.startsWith("No name matching") || message.startsWith("No subject alternative")
                                ? OTHER_HOSTS
                                : "cannot be accepted: " + message);
            }
        }
        return Optional.empty();
    }

    private static String date(String before, @Nullable String message) {
        Matcher bound = BOUND.matcher(String.valueOf(message));
        if (!bound.matches()) {
            return "";
        }
        try {
            return before + ZonedDateTime.parse(bound.group(1), DATE).toInstant();
        } catch (DateTimeException e) {
            return before + bound.group(1);
        }
    }
}
