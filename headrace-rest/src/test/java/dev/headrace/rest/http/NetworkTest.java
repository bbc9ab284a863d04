package dev.headrace.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headrace.ConfigException;
import dev.headrace.Redactor;
import dev.headrace.SourceException;
import dev.headrace.config.ComponentContext;
import dev.headrace.config.Settings;
import dev.headrace.event.RunEvent;
import dev.headrace.rest.pem.UnusablePemException;
import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real servers with certificates of their own, and real proxies. */
class NetworkTest {

    private final TestRun run = new TestRun();

    private Network network(String client) {
        ComponentContext context = new ComponentContext("api", TlsServer.file("."), Settings.none(), run.redactor());
        return Network.of(TestNode.of(client), context);
    }

    private String read(Network network, String url) {
        RetryPolicy once = RetryPolicy.ofDefaults().with(TestNode.of("{\"max_retries\": 0}"));
        try (ApiClient client = new ApiClient(Limits.of(once), network, run)) {
            ResourceClient things = client.resource("things", Authenticator.none(), Set.of(Origin.of(url)));
            return things.send(HttpRequest.get("things", url + "/x")).text();
        }
    }

    @Test
    void anAuthorityOfOurOwnIsBelievedWhereItIsNamed() throws IOException, UnusablePemException {
        try (TlsServer server = new TlsServer(false)) {
            assertThat(read(network("{\"tls\": {\"ca\": \"ca.pem\"}}"), server.url()))
                    .isEqualTo("[1]");
            assertThatThrownBy(() -> read(Network.usual(), server.url()))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining(
                            "failed: no secure connection: the certificate of the server '127.0.0.1' is signed by ")
                    .hasMessageContaining("with 'client.tls.ca'")
                    .message()
                    .doesNotContain("PKIX", "sun.security");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expired.pem | faulty-ca.pem | has expired at 2021-01-01T00:00:00Z. Check the host",
                "future.pem | faulty-ca.pem | is not valid yet, only from 2110-01-01T00:00:00Z; the clock of this machine says",
                "elsewhere.pem | faulty-ca.pem | is not for that host, only for others. Check the host",
                "server.pem | faulty-ca.pem | is signed by none of the authorities that 'client.tls.ca'",
            })
    void saysWhatIsWrongWithACertificate(String certificate, String authority, String fault)
            throws IOException, UnusablePemException {
        try (TlsServer server = new TlsServer(certificate, false)) {
            Network network = network("{\"tls\": {\"ca\": \"" + authority + "\"}}");
            assertThatThrownBy(() -> read(network, server.url()))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("Cannot read resource 'things'")
                    .hasMessageContaining("the certificate of the server '127.0.0.1' " + fault)
                    .message()
                    .doesNotContain("PKIX", "sun.security");
        }
    }

    @Test
    void anAuthorityOfTheEnvironmentIsBelieved() throws IOException, UnusablePemException {
        String ca = TlsServer.file("ca.pem").toString();
        assertThat(Tls.usual().completedFrom(Map.of("CURL_CA_BUNDLE", ca)).authorities())
                .hasSize(1);
        assertThat(Tls.usual().completedFrom(Map.of()).isUsual()).isTrue();
        assertThatThrownBy(() -> Tls.usual().completedFrom(Map.of("REQUESTS_CA_BUNDLE", "/no/such/file")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void provesItselfToAServerThatAsks() throws IOException, UnusablePemException {
        try (TlsServer server = new TlsServer(true)) {
            String with = "{\"tls\": {\"ca\": \"ca.pem\", \"certificate\": \"client.pem\", \"key\": \"client.key\"}}";
            assertThat(read(network(with), server.url())).isEqualTo("[1]");
            Network without = network("{\"tls\": {\"ca\": \"ca.pem\"}}");
            assertThatThrownBy(() -> read(without, server.url()))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("'client.tls.certificate'");
        }
    }

    @Test
    void believesEveryServerOnlyWhenToldAndSaysSo() throws IOException, UnusablePemException {
        try (TlsServer server = new TlsServer(false)) {
            assertThat(read(network("{\"tls\": {\"verify\": false}}"), server.url()))
                    .isEqualTo("[1]");
            assertThat(run.events(RunEvent.Warned.class))
                    .singleElement()
                    .satisfies(warned -> assertThat(warned.message()).contains("verify"));
        }
    }

    @Test
    void sendsPlainRequestsToTheProxyItselfWithItsPassword() {
        try (FakeApi proxy = FakeApi.start()) {
            proxy.otherwise(request -> request.header("Proxy-Authorization").isPresent()
                    ? Answer.json("[2]")
                    : Answer.status(407).header("Proxy-Authenticate", "Basic realm=\"p\""));
            String url = proxy.url().replace("//", "//ann:s3cret-word@");
            assertThat(read(network("{\"proxy\": \"" + url + "\"}"), "http://api.example.invalid"))
                    .isEqualTo("[2]");
            assertThat(proxy.requests().get(0).target()).isEqualTo("http://api.example.invalid/x");
            assertThat(proxy.requests().get(1).header("Proxy-Authorization")).contains("Basic YW5uOnMzY3JldC13b3Jk");
            assertThat(run.redactor().redact("s3cret-word YW5uOnMzY3JldC13b3Jk"))
                    .isEqualTo("*** ***");
        }
    }

    @Test
    void reachesEncryptedServersThroughATunnel() throws IOException, UnusablePemException {
        try (TlsServer server = new TlsServer(false);
                TunnelProxy proxy = new TunnelProxy()) {
            Network network = network("{\"tls\": {\"ca\": \"ca.pem\"}, \"proxy\": \"" + proxy.url() + "\"}");
            assertThat(read(network, server.url())).isEqualTo("[1]");
            assertThat(proxy.asked())
                    .isEqualTo(List.of("CONNECT " + server.url().substring(8) + " HTTP/1.1"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tls\": {\"cert\": \"x\"}} | unknown key 'cert'",
                "{\"tls\": {\"ca\": \"no.pem\"}} | cannot read",
                "{\"tls\": {\"ca\": \"client.key\"}} | no BEGIN CERTIFICATE",
                "{\"tls\": {\"key\": \"client.key\"}} | belongs to a 'certificate'",
                "{\"tls\": {\"ca\": \"-----BEGIN CERTIFICATE-----\\nAA==\"}} | has the content of one",
                "{\"tls\": {\"certificate\": \"client.pem\"}} | no BEGIN PRIVATE KEY",
                "{\"tls\": {\"ca\": \"ca.pem\", \"verify\": false}} | leave it or 'ca' out",
                "{\"proxy\": \"socks5://h:1\"} | 'proxy' must be http://host:port",
                "{\"proxy\": \"http://u:pass@bad host:1\"} | 'proxy' must be http://host:port",
                "{\"proxy\": \"http://u:pass@host:x\"} | 'proxy' must be http://host:port",
                "{\"proxy\": \"http://<host>:1\"} | 'proxy' must be http://host:port",
                "{\"proxy\": 7} | a text",
            })
    void saysWhatIsWrong(String client, String message) {
        assertThatThrownBy(() -> network(client))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysThatTheProxyRefusesThePassword() {
        try (FakeApi proxy = FakeApi.start()) {
            proxy.otherwise(request -> Answer.status(407));
            Network through = network("{\"proxy\": \"" + proxy.url().replace("//", "//u:wrong-one@") + "\"}");
            assertThatThrownBy(() -> read(through, "http://api.example.com"))
                    .hasMessageContaining("Check user and password of the proxy")
                    .message()
                    .doesNotContain("wrong-one");
        }
    }

    @Test
    void noProxyIsUsedWhereNoneIsWanted() {
        assertThat(network("{\"proxy\": \"none\"}").proxies().find(Origin.of("http://h")))
                .isEmpty();
        assertThat(new Redactor()
                        .redact(network("{\"proxy\": \"http://u:passw0rd@h:1\"}")
                                .toString()))
                .doesNotContain("passw0rd");
    }
}
