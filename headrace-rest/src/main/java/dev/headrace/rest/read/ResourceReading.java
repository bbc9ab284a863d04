package dev.headrace.rest.read;

import dev.headrace.event.RunEvent;
import dev.headrace.rest.definition.InheritedField.Origin;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.format.ResponseFormat;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.Redaction;
import dev.headrace.rest.http.RequestDifference;
import dev.headrace.rest.http.ResourceClient;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.incremental.ResourceCursors;
import dev.headrace.rest.incremental.ResourceState;
import dev.headrace.rest.position.Note;
import dev.headrace.rest.process.Discretion;
import dev.headrace.rest.process.FieldEdit;
import dev.headrace.rest.process.MaskWatch;
import dev.headrace.rest.select.Selector;
import dev.headrace.source.Addition;
import dev.headrace.source.ReadContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One resource during a run: what its sequences of requests share, and what they have come to so far. */
final class ResourceReading {

    /** What stands for the warning of a wrong total among what has been told. */
    private static final String WRONG_TOTAL = "total";

    private final ResourceDefinition definition;
    private final ResourceClient client;
    private final RequestFactory requests;
    private final ReadContext context;
    private final Standpoint standpoint;
    private final Stock stock;
    private final List<ResourceReading> children;
    private final Set<Origin> needsFromAbove;
    private final @Nullable ResourceCursors cursors;
    private final Set<String> told = new HashSet<>();
    private final Skips skips;
    private final Account account = new Account();
    private final MaskWatch masks = new MaskWatch();
    private final @Nullable FieldEdit fieldEdit;
    private final Discretion discretion;
    private final Overwriting overwriting;
    private final Set<String> texts;
    private int pages;
    private long records;
    private long skipped;

    /** @param atOnce how many of its requests may be under way at a time */
    ResourceReading(
            ResourceDefinition definition,
            ResourceClient client,
            RequestFactory requests,
            Round round,
            List<ResourceReading> children,
            int atOnce) {
        this.definition = definition;
        this.client = client;
        this.requests = requests;
        this.context = round.context();
        this.standpoint = round.standpoint();
        this.stock = round.stock();
        this.children = List.copyOf(children);
        this.needsFromAbove = needs(definition, this.children);
        this.cursors = cursors(definition.endpoint().incremental(), round.now());
        this.skips = new Skips(this, context.listener(), atOnce);
        this.discretion = definition.steps().discretion();
        this.fieldEdit = definition.steps().fieldEdit(masks).orElse(null);
        this.overwriting = Overwriting.of(definition);
        this.texts = definition.endpoint().request().texts();
        definition.warnings().forEach(this::warnOnce);
    }

    private static Set<Origin> needs(ResourceDefinition definition, List<ResourceReading> children) {
        Set<Origin> needs = new LinkedHashSet<>();
        definition.inherited().forEach(field -> needs.add(field.origin()));
        children.forEach(child -> needs.addAll(child.needsFromAbove));
        needs.removeIf(origin -> origin.resource().equals(definition.name()));
        return needs;
    }

    private @Nullable ResourceCursors cursors(@Nullable IncrementalDefinition incremental, Instant now) {
        return incremental == null
                ? null
                : new ResourceCursors(
                        name(),
                        incremental,
                        definition.parent() != null,
                        () -> new ResourceState(context.stateAtBeginning(name()), context.state(name())),
                        now,
                        this::warnOnce);
    }

    /** Whether there is a sequence of requests for each window of what is new. */
    boolean isReadInWindows() {
        IncrementalDefinition incremental = definition.endpoint().incremental();
        return incremental != null && incremental.window() != null;
    }

    /** Which records are new; null: all are. */
    @Nullable
    ResourceCursors cursors() {
        return cursors;
    }

    /** @throws IllegalArgumentException when it has none */
    ResourceCursors requireCursors() {
        if (cursors == null) {
            throw new IllegalArgumentException("resource '" + name() + "' has no cursors");
        }
        return cursors;
    }

    /** How far all its sequences have come, those to be read not included. */
    Note note() {
        return new Note()
                .put("resource", name())
                .put("pages", pages)
                .put("records", records)
                .put("skipped", skipped)
                .put("account", account.note())
                .put("failed", skips.count())
                .put("held", cursors == null ? null : cursors.held())
                .put("masked", masks.met());
    }

    /** Goes on where another one had come to. */
    void goOn(Note note) {
        pages = note.count("pages");
        records = note.number("records");
        skipped = note.number("skipped");
        account.goOn(note.note("account"));
        skips.goOn(note.number("failed"));
        if (note.has("held")) {
            requireCursors().hold(note.texts("held"));
        }
        masks.meet(note.texts("masked"));
    }

    /** What a request of a sequence has that the first one has not. */
    Note note(HttpRequest first, HttpRequest next) {
        return new RequestDifference(first)
                .of(next, definition.endpoint().auth().parameters(), this::isSecret);
    }

    /** Whether a text holds a secret. */
    private boolean isSecret(String text) {
        return context.redactor().findsSecretIn(text);
    }

    /** Tells whether another reader could go on. */
    Standpoint standpoint() {
        return standpoint;
    }

    /** How many of its pages have been read. */
    int pages() {
        return pages;
    }

    /** How many records have come. */
    long records() {
        return records;
    }

    String name() {
        return definition.name();
    }

    ResourceDefinition definition() {
        return definition;
    }

    RequestFactory requests() {
        return requests;
    }

    /** The resources that are read for each record of this one. */
    List<ResourceReading> children() {
        return children;
    }

    /** The values of the records above that its records get, or those below it. */
    Set<Origin> needsFromAbove() {
        return needsFromAbove;
    }

    /** The name of the resource, this one or one below it, whose records get a value. */
    String neediest(Origin origin) {
        boolean own =
                definition.inherited().stream().anyMatch(field -> field.origin().equals(origin));
        return children.stream()
                .filter(child -> !own && child.needsFromAbove.contains(origin))
                .findFirst()
                .map(child -> child.neediest(origin))
                .orElse(name());
    }

    /** Sends a request, one at a time; the body is valid until the next one is sent for any resource. */
    Optional<HttpResponse> send(HttpRequest request) {
        Optional<HttpResponse> answer = stock.answer(
                request, one -> client.send(one, definition.endpoint().rule()));
        stock.remove(request);
        return answer;
    }

    /** As {@link #send}, but for any number of threads, and the body stays. */
    Optional<HttpResponse> fetch(HttpRequest request) {
        return stock.answer(
                request, one -> client.fetch(one, definition.endpoint().rule()));
    }

    /** What the reader before has left. */
    Stock stock() {
        return stock;
    }

    /** It is now. */
    Instant instant() {
        return context.clock().instant();
    }

    ResponseFormat format() {
        return definition.endpoint().format();
    }

    /** The body of an answer as JSON. */
    PageBody body(HttpResponse response) {
        return PageBody.of(format().toJson(response));
    }

    /** The request as it may be shown. */
    String shown(HttpRequest request) {
        return request.method() + " " + shownUrl(request.wireUrl());
    }

    String shownUrl(String url) {
        return new Redaction(context.redactor()).url(url);
    }

    String shownText(String text) {
        return new Redaction(context.redactor()).text(text);
    }

    /** What may be shown of its records. */
    Discretion discretion() {
        return discretion;
    }

    /** What its masks have met. */
    MaskWatch masks() {
        return masks;
    }

    /** Its steps as changes to single fields, used by whoever takes its records; null: they are more than that, or there are none. */
    @Nullable
    FieldEdit fieldEdit() {
        return fieldEdit;
    }

    /** Takes note of a page that has been counted; the answer is to be told. */
    RunEvent pageRead(int count, long bytes, OptionalLong total) {
        pages++;
        records += count;
        account.read(count);
        Long announced = total.isPresent() ? total.getAsLong() : null;
        return new RunEvent.PageRead(name(), pages, count, bytes, announced);
    }

    void tell(RunEvent event) {
        context.listener().on(event);
    }

    /** Tells a thing once, however often it happens. */
    void warnOnce(String message) {
        warnFirst(message, message);
    }

    /** Tells a thing once, even when the next time there are other numbers in it. */
    void warnOnceOfAKind(String message) {
        warnFirst(message.replaceAll("\\d+", "#"), message);
    }

    /** Tells the first thing of a kind. */
    void warnFirst(String kind, String message) {
        if (told.add(kind)) {
            context.listener().on(new RunEvent.Warned(name(), message));
        }
    }

    /** Tells that a sequence has other records than the API announces: which, the first time. */
    void warnOfTotal(HttpRequest last, String text) {
        if (told.add(WRONG_TOTAL)) {
            warnOnce("At the end of resource '" + name() + "', " + shown(last) + ", " + text + ".");
        } else {
            warnOnce("Further sequences of resource '" + name() + "' have other records than the API announced.");
        }
    }

    /** Looks whether records have themselves what they get from the parent. */
    void lookAt(PageBody body, Selector selector, List<Addition> additions) {
        overwriting.look(body, selector, additions, this::warnOnce);
    }

    /** Tells which placeholders stand for what has no usual text. */
    void lookAt(Map<String, @Nullable Object> values) {
        for (String expression : texts) {
            Object value = values.get(expression);
            if (value instanceof List || value instanceof Map) {
                warnOnce("{" + expression + "} of resource '" + name() + "' stands for "
                        + (value instanceof List ? "a list, which is" : "an object, which is")
                        + " sent as the text that Python has for it. Refer to a value within it, or let a 'map' step of"
                        + " the parent make the text that the API wants.");
            }
        }
    }

    /** Tells once what is no reason to worry. */
    void noteOnce(String text) {
        if (told.add(text)) {
            context.listener().on(new RunEvent.Noted(name(), text));
        }
    }

    /** A record of the parent starts no requests because a value is null that they need. */
    void skip(String expression) {
        skipped++;
        warnOnce("Records of '" + definition.parent() + "' whose value of {" + expression
                + "} is null are skipped: there is nothing to request for them.");
    }

    /** What has come of what the API announced. */
    Account account() {
        return account;
    }

    /** The records of the parent that are done without. */
    Skips skips() {
        return skips;
    }

    /** Brings what this resource and everything below it remember up to date. */
    void settle() {
        if (cursors != null) {
            cursors.settle();
        }
        children.forEach(ResourceReading::settle);
    }

    /** Tells the end of this resource and of everything below it. */
    void finish() {
        if (skipped > 1) {
            warnOnce(skipped + " records of '" + definition.parent() + "' were skipped.");
        }
        skips.finish();
        masks.warnings().forEach(this::warnOnce);
        context.listener().on(new RunEvent.ResourceFinished(name(), pages, records));
        children.forEach(ResourceReading::finish);
    }
}
