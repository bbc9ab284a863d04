package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.HeadraceException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A public server that leads a configuration from a stranger to this machine or the network around it leads nowhere. */
class UntrustedWaysTest {

    private static final String PUBLIC = "api.example.com";

    private final FakeApi api = FakeApi.start();
    private final RetryPolicy once = RetryPolicy.ofDefaults().with(TestNode.of("{\"max_retries\": 0}"));
    private final ApiClient client = new ApiClient(
            new ApacheTransport(Duration.ofSeconds(5), Tls.usual(), Proxies.none(), new Names()),
            Limits.of(once),
            new TestRun());

    /** Where the server of the test is public, as it were, and all other names are what they are to strangers. */
    private static final class Names extends SystemDefaultDnsResolver {
        private final DnsResolver others = new PublicAddresses(new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return switch (host) {
                    case "inside.example.com" -> new InetAddress[] {InetAddress.getByName("169.254.169.254")};
                    case "loop.example.com", "localhost." -> new InetAddress[] {InetAddress.getLoopbackAddress()};
                    default -> super.resolve(host);
                };
            }
        });

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.equals(PUBLIC) ? new InetAddress[] {InetAddress.getLoopbackAddress()} : others.resolve(host);
        }
    }

    @AfterEach
    void close() {
        client.close();
        api.close();
    }

    private String url(String text) {
        return text.replace("PORT", String.valueOf(Origin.of(api.url()).port()));
    }

    private ResourceClient things() {
        return client.resource("things", Authenticator.none(), Set.of(Origin.of(url("http://" + PUBLIC + ":PORT"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/inside",
                "//127.0.0.1:PORT/inside",
                "http://localhost:PORT/inside",
                "http://user@localhost:PORT/inside",
                "http://2130706433:PORT/inside",
                "http://127.1:PORT/inside",
                "http://[::1]:PORT/inside",
                "http://[::ffff:127.0.0.1]:PORT/inside",
                "http://[::ffff:7f00:1]:PORT/inside",
                "http://0.0.0.0:PORT/inside",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://inside.example.com/",
                "http://loop.example.com:PORT/inside",
                "http://localhost.:PORT/inside",
                "http://LOCALHOST:PORT/inside",
                "http://0:PORT/inside",
                "http://000000127.0.0.1:PORT/inside",
                "https://10.0.0.1/",
            })
    void areRefusedWhereverAPublicServerLeads(String target) {
        api.on("/x", Answer.redirect(url(target)));
        assertThatThrownBy(() -> things().send(HttpRequest.get("things", url("http://" + PUBLIC + ":PORT/x"))))
                .as("redirect")
                .isInstanceOf(HeadraceException.class)
                .hasMessageContaining("which is no public address");
        String whole = url(target).replaceFirst("^//", "http://");
        assertThatThrownBy(() -> things().send(HttpRequest.get("things", whole)))
                .as("next link")
                .isInstanceOf(HeadraceException.class)
                .hasMessageContaining("Cannot read resource 'things'")
                .hasMessageContaining("which is no public address");
        assertThatThrownBy(() -> client.unauthenticated("get an access token", Origin.of(whole))
                        .send(HttpRequest.get("token", whole)))
                .as("token server")
                .isInstanceOf(HeadraceException.class)
                .hasMessageContaining("Cannot get an access token")
                .hasMessageContaining("which is no public address");
        assertThat(api.requests("/inside")).isEmpty();
    }

    /** What Java takes for another address than other programs do, or for none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0x7f000001:PORT/inside",
                "http://0x7f.1:PORT/inside",
                "http://127.0.0.1.:PORT/inside",
                "http://%31%32%37.0.0.1:PORT/inside"
            })
    void leadNowhereInOddNotations(String target) {
        api.on("/x", Answer.redirect(url(target)));
        assertThatThrownBy(() -> things().send(HttpRequest.get("things", url("http://" + PUBLIC + ":PORT/x"))))
                .isInstanceOf(HeadraceException.class);
        assertThat(api.requests("/inside")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "jar:file:///x!/y", "gopher://127.0.0.1:PORT/inside"})
    void areRefusedWithSchemesOfOtherKinds(String target) {
        api.on("/x", Answer.redirect(url(target)));
        assertThatThrownBy(() -> things().send(HttpRequest.get("things", url("http://" + PUBLIC + ":PORT/x"))))
                .isInstanceOf(HeadraceException.class)
                .hasMessageContaining("no http or https URL");
        assertThat(api.requests()).hasSize(1);
    }
}
