package dev.headrace.bench.events;

import dev.headrace.bench.options.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** The API from the command line: {@code serve} it, write its pages to files ({@code pages}), or count it ({@code totals}). */
public final class EventsProgram {

    private static final String[] KNOWN = {
        "records", "start", "stride", "revision", "per-page", "port", "preload", "latency-ms", "fail-every", "out"
    };
    private static final int DEFAULT_PORT = 8090;

    private final EventSet events;
    private final Options options;

    private EventsProgram(Options options) {
        this.options = options;
        this.events = new EventSet(
                options.number("records", 100_000),
                options.number("start", 0),
                options.number("stride", 1),
                options.integer("revision", 0));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        String command = words.isEmpty() ? "" : words.get(0);
        if (!List.of("serve", "pages", "totals").contains(command)) {
            System.err.println("usage: serve|pages|totals [--" + String.join(" N] [--", KNOWN) + " N]");
            System.exit(2);
        }
        EventsProgram program = new EventsProgram(Options.parse(words.subList(1, words.size()), KNOWN));
        switch (command) {
            case "serve" -> program.serve();
            case "pages" -> program.pages();
            default -> System.out.println(EventTotals.of(program.events).toJson());
        }
    }

    private void serve() throws IOException, InterruptedException {
        ServerOptions behaviour = new ServerOptions(
                options.integer("port", DEFAULT_PORT),
                perPage(),
                options.truth("preload", true),
                options.number("latency-ms", 0),
                options.number("fail-every", 0));
        try (EventServer server = EventServer.start(events, behaviour)) {
            System.out.println("ready " + server.url());
            new CountDownLatch(1).await();
        }
    }

    private void pages() throws IOException {
        Path folder = Files.createDirectories(Path.of(options.text("out").orElse("pages")));
        PageWriter writer = new PageWriter(events);
        for (long page = 1; page <= events.pages(perPage()); page++) {
            String name = String.format(Locale.ROOT, "page-%07d.json", page);
            Files.write(folder.resolve(name), writer.page(page, perPage()));
        }
        System.out.println(writer.totals().toJson());
    }

    private int perPage() {
        return options.integer("per-page", 100);
    }
}
