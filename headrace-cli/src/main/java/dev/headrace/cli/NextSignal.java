package dev.headrace.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What a signal does that comes while the process ends already: the JVM would ignore it. {@code sun.misc.Signal} (module
 * {@code jdk.unsupported}) is the only way to hear of one. It is looked for by name, because the compiler warns of it, and
 * this late, because starting the program should not pay for it.
 */
final class NextSignal {

    private NextSignal() {}

    /** The next Ctrl-C or SIGTERM ends the process at once. Where Java cannot tell of signals, it stays without effect. */
    static void endsAtOnce(int exitCode) {
        InvocationHandler halt = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                Runtime.getRuntime().halt(exitCode);
            }
            return null;
        };
        for (String name : List.of("INT", "TERM")) {
            handle(name, halt);
        }
    }

    private static void handle(String name, InvocationHandler what) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(NextSignal.class.getClassLoader(), new Class<?>[] {handler}, what);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return; // the run then gets its time to end, whatever comes
        }
    }
}
