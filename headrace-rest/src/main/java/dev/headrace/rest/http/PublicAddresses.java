package dev.headrace.rest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of names, and only the public ones: those that are connected to are the very ones that were looked at,
 * so that a name cannot lead somewhere else the next moment. It is asked for hosts that are addresses already, too, in
 * whatever notation.
 */
final class PublicAddresses implements DnsResolver {

    private final DnsResolver names;

    PublicAddresses(DnsResolver names) {
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] open = Arrays.stream(all).filter(PublicAddress::isPublic).toArray(InetAddress[]::new);
        if (open.length == 0 && all.length > 0) {
            String found = Arrays.stream(all)
                    .map(InetAddress::getHostAddress)
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new RefusedAddressException("the host '" + host + "' is " + found
                    + ", which is no public address, and a configuration that is not trusted (--untrusted) leads nowhere"
                    + " else. Load it without --untrusted if you know who wrote it.");
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
