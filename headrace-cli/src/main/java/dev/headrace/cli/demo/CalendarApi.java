package dev.headrace.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A calendar of invented events behind {@code GET /v1/events?offset=&limit=}, with an API key, on port 4280 of 127.0.0.1, or on a free
 * one while something else has that.
 * The events are a pure function of the revision, so every demonstration shows the same.
 */
final class CalendarApi implements AutoCloseable {

    static final String KEY = "demo-key";
    private static final int USUAL_PORT = 4280;
    private static final int ANY_PORT = 0;

    private final HttpServer server;
    private volatile Calendar calendar = Calendar.first();

    private CalendarApi(HttpServer server) {
        this.server = server;
    }

    static CalendarApi start() {
        try {
            // Without it the JDK's server waits 40 ms for an acknowledgement in each answer.
            System.setProperty("sun.net.httpserver.nodelay", "true");
            HttpServer server = open();
            CalendarApi api = new CalendarApi(server);
            server.createContext("/v1/events", api::answer);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the demonstration's API on 127.0.0.1", e);
        }
    }

    private static HttpServer open() throws IOException {
        InetAddress host = InetAddress.getByName("127.0.0.1");
        try {
            return HttpServer.create(new InetSocketAddress(host, USUAL_PORT), 0);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(host, ANY_PORT), 0);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A week passes: some events are moved, some are new. */
    void change() {
        calendar = calendar.changed();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = query(exchange);
            if (!KEY.equals(query.get("api_key"))) {
                send(exchange, 401, "{\"error\": \"api_key is missing or wrong\"}");
                return;
            }
            int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
            int limit = Integer.parseInt(query.getOrDefault("limit", "100"));
            send(exchange, 200, page(offset, limit));
        }
    }

    private String page(int offset, int limit) {
        List<String> events = calendar.events();
        int from = Math.min(offset, events.size());
        int to = Math.min(from + limit, events.size());
        return "{\"data\": [" + String.join(", ", events.subList(from, to)) + "], \"total\": " + events.size() + "}";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getQuery();
        Map<String, String> query = new HashMap<>();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** The events, as JSON objects, of one revision of the calendar. */
    record Calendar(int revision) {

        private static final int EVENTS = 250;
        private static final int NEW_EVENTS = 5;
        private static final int MOVED_EVERY = 50;
        private static final List<String> TITLES =
                List.of("Planning", "Review", "Interview", "Workshop", "Retrospective", "Board meeting", "Lunch");
        private static final List<String> ROOMS = List.of("Oslo", "Lima", "Kyoto", "Zürich");
        private static final List<String> PEOPLE = List.of("Ada", "Grace", "Linus", "Barbara", "Edsger");

        static Calendar first() {
            return new Calendar(0);
        }

        Calendar changed() {
            return new Calendar(revision + 1);
        }

        List<String> events() {
            return java.util.stream.IntStream.rangeClosed(1, EVENTS + revision * NEW_EVENTS)
                    .mapToObj(this::event)
                    .collect(Collectors.toList());
        }

        private String event(int id) {
            boolean moved = revision > 0 && id % MOVED_EVERY == 0;
            return String.format(
                    java.util.Locale.ROOT,
                    "{\"id\": %d, \"title\": \"%s\", \"status\": \"%s\", \"starts_at\": \"2026-%02d-%02dT%02d:00:00+01:00\","
                            + " \"room\": {\"name\": \"%s\", \"seats\": %d}, \"attendees\": [%s]}",
                    id,
                    TITLES.get(id % TITLES.size()),
                    moved ? "moved" : "confirmed",
                    1 + id % 12,
                    1 + id % 28,
                    8 + (id + (moved ? 3 : 0)) % 10,
                    ROOMS.get(id % ROOMS.size()),
                    4 + id % 9,
                    attendees(id));
        }

        private static String attendees(int id) {
            return java.util.stream.IntStream.range(0, id % 4)
                    .mapToObj(i -> PEOPLE.get((id + i) % PEOPLE.size()))
                    .map(name -> "{\"name\": \"" + name + "\", \"accepted\": " + (name.length() % 2 == 0) + "}")
                    .collect(Collectors.joining(", "));
        }
    }
}
