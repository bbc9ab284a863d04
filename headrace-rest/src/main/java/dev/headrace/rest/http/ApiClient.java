package dev.headrace.rest.http;

import dev.headrace.event.RunEvent;
import dev.headrace.rest.limit.RateGate;
import dev.headrace.source.ReadContext;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one run: one connection pool and one set of credentials for all resources of a source. Safe for any
 * number of threads; {@link #close} ends the exchanges that are under way.
 */
public final class ApiClient implements AutoCloseable {

    private final Transport transport;
    private final Limits limits;
    private final RateGate rates;
    private final Holds holds = new Holds();
    private final ReadContext context;
    private final BodyBuffers buffers;
    private final Map<Authenticator, Credentials> credentials = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A client with connections of its own. */
    public ApiClient(RetryPolicy policy, ReadContext context) {
        this(Limits.of(policy), context);
    }

    /**
     * A client with connections of its own.
     *
     * @param limits for requests that get credentials, and for resources that have none of their own; their rates are for
     *     all requests together
     */
    public ApiClient(Limits limits, ReadContext context) {
        this(limits, Network.usual(), context);
    }

    /** As {@link #ApiClient(Limits, ReadContext)}, with connections as the network says. */
    public ApiClient(Limits limits, Network network, ReadContext context) {
        this(new ApacheTransport(limits.timeouts().read(), network), limits, context);
        if (!network.tls().verify()) {
            context.listener()
                    .on(new RunEvent.Warned(
                            null,
                            "The certificates of servers are not looked at (tls: {verify: false}): anybody on the way can"
                                    + " read and change what is sent. Name the server's authority with 'ca' instead."));
        }
    }

    /** A client that sends through a given transport, which it closes in the end. */
    public ApiClient(Transport transport, Limits limits, ReadContext context) {
        this.transport = transport;
        this.limits = limits;
        this.buffers = new BodyBuffers(limits.maxResponseSize());
        this.rates = new RateGate(limits.rates(), context.clock());
        this.context = context;
    }

    /**
     * The client of one resource, with its own cookies.
     *
     * @param authenticator its credentials; one instance used for several resources gets one token for all of them
     * @param trusted where credentials and configured headers may be sent: the origin of the base URL, and those of other
     *     URLs that the configuration itself names. Next links and redirects to other places go without.
     */
    public ResourceClient resource(String name, Authenticator authenticator, Set<Origin> trusted) {
        return resource(name, authenticator, Trust.of(trusted), limits.withoutRates());
    }

    /** As {@link #resource(String, Authenticator, Set)}, with limits of its own and further hosts to trust. */
    public ResourceClient resource(String name, Authenticator authenticator, Trust trust, Limits own) {
        return resource(name, authenticator, trust, own, BodyView.whole());
    }

    /**
     * As {@link #resource(String, Authenticator, Trust, Limits)}.
     *
     * @param view what messages may show of its answers
     */
    public ResourceClient resource(String name, Authenticator authenticator, Trust trust, Limits own, BodyView view) {
        return new ResourceClient(
                exchange(name, "read resource '" + name + "'", own, buffers, view),
                credentials.computeIfAbsent(authenticator, a -> a.open(this)),
                trust);
    }

    /**
     * A client for requests that get credentials: it has a buffer of its own and adds no credentials.
     *
     * @param purpose what it is for, for messages, to follow "Cannot": "get an access token"
     */
    public ResourceClient unauthenticated(String purpose, Origin trusted) {
        Exchange exchange = exchange(
                null, purpose, limits.forAnyMethod(), new BodyBuffers(limits.maxResponseSize()), BodyView.whole());
        return new ResourceClient(exchange, Credentials.none(), Trust.of(Set.of(trusted)));
    }

    private Exchange exchange(
            @Nullable String resource, String purpose, Limits own, BodyBuffers bodies, BodyView view) {
        Waits waits = new Waits(context, resource);
        Gate gate = new Gate(rates.passage(own.rates()), holds, own.retry(), context, waits);
        return new Exchange(resource, purpose, transport, own, gate, context, bodies, view);
    }

    /** What the run lends: clock, redactor, listener. */
    public ReadContext context() {
        return context;
    }

    @Override
    public void close() {
        transport.close();
    }
}
