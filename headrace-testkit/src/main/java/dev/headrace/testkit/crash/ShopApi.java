package dev.headrace.testkit.crash;

import dev.headrace.testkit.api.Answer;
import dev.headrace.testkit.api.FakeApi;
import dev.headrace.testkit.api.RecordedRequest;
import dev.headrace.testkit.api.Responder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A shop with orders (pages of a known number, nested lists), notes for each order (pages that name the next one) and events
 * (a cursor, and only those from a number on). Its data are those of the first day or of the second one, on which some
 * orders have changed and many are new.
 */
final class ShopApi implements Responder, AutoCloseable {

    private static final int ORDERS_PER_PAGE = 4;
    private static final int NOTES_PER_PAGE = 2;
    private static final int EVENTS_PER_PAGE = 5;

    private static final int LATE_ONE_IN = 80;

    private final FakeApi api = FakeApi.start();
    private final RequestLog log = new RequestLog(System::nanoTime);
    private final Random random;
    private volatile @Nullable Faults faults;
    private volatile boolean secondDay;
    private volatile long latencyMicros;
    private volatile Duration late = Duration.ZERO;

    ShopApi(long seed) {
        this.random = new Random(seed);
        api.otherwise(this);
    }

    String url() {
        return api.url();
    }

    RequestLog log() {
        return log;
    }

    /** To be called after a process was killed: what it had sent is received as its own, and not as the next one's. */
    void awaitDepartures() throws InterruptedException {
        api.awaitDepartures();
    }

    /** From now on the data are those of the second day. */
    void turnToSecondDay() {
        secondDay = true;
    }

    /** From now on some answers are not as they should be; with null all of them are again. */
    void faults(@Nullable Faults value) {
        faults = value;
    }

    /** From now on one answer in eighty takes so much longer, while others come before it. */
    void holdSomeBack(Duration value) {
        late = value;
    }

    /** How long answers take on average; some take half of it, some half as long again. */
    void latency(Duration value) {
        latencyMicros = value.toNanos() / 1000;
    }

    @Override
    public Answer answer(RecordedRequest request) {
        log.received(request);
        Duration delay = Duration.ofNanos((long) (latencyMicros * 1000 * (0.5 + random.nextDouble())));
        Faults current = faults;
        boolean heldBack = random.nextInt(LATE_ONE_IN) == 0;
        Answer sound = page(request).after(heldBack ? delay.plus(late) : delay);
        return current == null ? sound : current.instead(sound);
    }

    @Override
    public void delivered(RecordedRequest request) {
        log.answered(request);
    }

    private Answer page(RecordedRequest request) {
        String[] steps = request.path().split("/");
        if (steps.length == 4) {
            return notes(request, Integer.parseInt(steps[2]));
        }
        return request.path().equals("/orders") ? orders(request) : events(request);
    }

    private Answer orders(RecordedRequest request) {
        List<Integer> ids = from(since(request), secondDay ? 36 : 24);
        int offset = number(request, "offset", 0);
        List<Integer> page = slice(ids, offset, ORDERS_PER_PAGE);
        return Answer.json("{\"total\": " + ids.size() + ", \"data\": " + list(page, this::order) + "}");
    }

    private Answer notes(RecordedRequest request, int order) {
        List<Integer> ids = from(1, order % 4 == 0 ? 3 : order % 3);
        int offset = number(request, "offset", 0);
        boolean more = offset + NOTES_PER_PAGE < ids.size();
        String next = more ? "\"" + url() + request.path() + "?offset=" + (offset + NOTES_PER_PAGE) + "\"" : "null";
        String data = list(slice(ids, offset, NOTES_PER_PAGE), id -> note(order * 10 + id));
        return Answer.json("{\"next\": " + next + ", \"data\": " + data + "}");
    }

    private Answer events(RecordedRequest request) {
        List<Integer> ids = from(since(request), secondDay ? 45 : 20);
        int offset = number(request, "cursor", 0);
        int end = offset + EVENTS_PER_PAGE;
        String next = end < ids.size() ? "\"" + end + "\"" : "null";
        String data = list(slice(ids, offset, EVENTS_PER_PAGE), ShopApi::event);
        return Answer.json("{\"next\": " + next + ", \"data\": " + data + "}");
    }

    private String order(int id) {
        boolean changed = secondDay && id % 3 == 0;
        int lines = changed ? id % 2 : id % 4;
        String lineList = list(
                from(1, lines),
                line -> "{\"sku\": \"S" + id + "-" + line + "\", \"quantity\": " + line + ", \"tags\": [\"t" + line
                        + "\", \"u\"]}");
        return "{\"id\": " + id + ", \"updated_at\": " + id + ", \"total\": " + (id * 1.25 + (changed ? 100 : 0))
                + ", \"customer\": {\"name\": \"name " + id % 7 + "\", \"city\": \"Z\u00fcrich\"}, \"lines\": "
                + lineList + ", \"labels\": [\"a\", \"b" + id + "\"]}";
    }

    private static String note(int id) {
        return "{\"id\": " + id + ", \"text\": \"note " + id + "\", \"mentions\": [{\"user\": \"u" + id % 5 + "\"}]}";
    }

    private static String event(int id) {
        return "{\"id\": " + id + ", \"updated_at\": " + id + ", \"kind\": \"k" + id % 3 + "\", \"seen_by\": ["
                + (id % 2 == 0 ? "\"x\", \"y\"" : "") + "]}";
    }

    private static int since(RecordedRequest request) {
        return Math.max(1, number(request, "since", 1));
    }

    private static int number(RecordedRequest request, String parameter, int absent) {
        return request.param(parameter).map(Integer::parseInt).orElse(absent);
    }

    private static List<Integer> from(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<Integer> slice(List<Integer> ids, int offset, int limit) {
        int begin = Math.min(offset, ids.size());
        return ids.subList(begin, Math.min(begin + limit, ids.size()));
    }

    private static String list(List<Integer> ids, IntFunction<String> record) {
        List<String> texts = new ArrayList<>();
        ids.forEach(id -> texts.add(record.apply(id)));
        return "[" + String.join(", ", texts) + "]";
    }

    @Override
    public void close() {
        api.close();
    }
}
