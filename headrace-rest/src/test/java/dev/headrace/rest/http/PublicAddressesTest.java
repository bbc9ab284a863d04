package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Settings;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private static final ComponentContext STRANGERS =
            new ComponentContext("api", Path.of(""), Settings.none(), new Redactor()).forStranger(Settings.none());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "2130706433",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::a00:1",
                "2002:7f00:1::",
                "2002:a9fe:a9fe::1",
                "2001:0:53aa:64c::1",
                "2001:db8::1",
                "2606:4700::5efe:7f00:1",
                "100::1"
            })
    void areNotThoseOfThisMachineAndItsSurroundings(String address) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "99.255.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "223.255.255.255",
                "168.63.129.17",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void areThoseOfTheInternet(String address) throws UnknownHostException {
        assertThat(PublicAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]"})
    void areTheOnlyOnesThatAreConnectedTo(String host) {
        try (FakeApi api = FakeApi.start();
                Transport transport = new ApacheTransport(Duration.ofSeconds(5), network())) {
            api.on("/x", Answer.json("[]"));
            WireRequest request = request("http://" + host + ":" + port(api) + "/x");
            assertThatThrownBy(() -> transport.send(request, new BodyBuffer()))
                    .isInstanceOf(RefusedAddressException.class)
                    .hasMessageContaining("no public address");
            assertThat(api.requests()).isEmpty();
        }
    }

    @Test
    void areLookedAtWheneverANameIsResolved() {
        int[] asked = {0};
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(asked[0]++ == 0 ? "1.1.1.1" : "127.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        PublicAddresses addresses = new PublicAddresses(rebinding);
        assertThat(resolved(addresses)).isEqualTo("1.1.1.1");
        assertThatThrownBy(() -> resolved(addresses))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("'api.example.com' is 127.0.0.1");
    }

    /** Other programs take them for 127.0.0.1. */
    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "0177.1", "017700000001", "0x7f.1"})
    void areWhatIsConnectedToWhateverOthersMakeOfANotation(String host) {
        InetAddress[] found;
        try {
            found = new PublicAddresses(SystemDefaultDnsResolver.INSTANCE).resolve(host);
        } catch (UnknownHostException | IllegalArgumentException e) {
            return; // it leads nowhere
        }
        assertThat(found).isNotEmpty().allMatch(PublicAddress::isPublic);
    }

    @Test
    void leaveOutWhatIsNotPublicAmongSeveral() throws UnknownHostException {
        DnsResolver both = new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getByName("1.1.1.1")};
            }
        };
        assertThat(new PublicAddresses(both).resolve("api.example.com"))
                .containsExactly(InetAddress.getByName("1.1.1.1"));
    }

    @Test
    void areNotLookedForByAProxy() {
        assertThatThrownBy(() -> Network.of(TestNode.of("{\"proxy\": \"http://proxy.example.com\"}"), STRANGERS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("names no proxy");
        assertThat(network().proxies().find(Origin.of("http://api.example.com")))
                .isEmpty();
    }

    @Test
    void comeWithoutFiles() {
        assertThatThrownBy(() -> Network.of(TestNode.of("{\"tls\": {\"ca\": \"/etc/passwd\"}}"), STRANGERS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("reads no files");
    }

    private static Network network() {
        return Network.of(TestNode.of("{}"), STRANGERS);
    }

    private static WireRequest request(String url) {
        return new WireRequest("GET", url, Headers.none(), null, null);
    }

    private static int port(FakeApi api) {
        return Origin.of(api.url()).port();
    }

    private static String resolved(DnsResolver resolver) {
        try {
            return resolver.resolve("api.example.com")[0].getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
