package dev.headrace.rest.read;

import dev.headrace.Redactor;
import dev.headrace.json.SealedJson;
import dev.headrace.rest.position.NoPositionException;
import dev.headrace.rest.position.Note;
import dev.headrace.source.ReadingPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The position of a reader as a document: how far each resource has come, and the work that is left. It is the same whether
 * one request or several are under way at a time; those under way are sent again, but for those whose answers are in stock.
 */
final class PositionDocument {

    /** Documents of another form are not read. */
    private static final long FORM = 1;

    /** Younger answers that were not read yet are probably read at once: they are not worth being written. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Round round;
    /** In the order in which they are read. */
    private final Map<String, ResourceReading> resources;
    /** The answers in advance as they were written the last time. */
    private Map<String, Note> packed = Map.of();

    /** @param roots the resources without a parent */
    PositionDocument(Round round, List<ResourceReading> roots) {
        this.round = round;
        this.resources = roots.stream()
                .flatMap(PositionDocument::withAllBelow)
                .collect(Collectors.toMap(
                        ResourceReading::name, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Stream<ResourceReading> withAllBelow(ResourceReading resource) {
        return Stream.concat(Stream.of(resource), resource.children().stream().flatMap(PositionDocument::withAllBelow));
    }

    /** @throws IllegalArgumentException when it is none */
    static Note parse(ReadingPosition position) {
        Note document = Note.parse(SealedJson.open(position.document()));
        if (document.number("form") != FORM) {
            throw new IllegalArgumentException("its document has the form " + document.value("form"));
        }
        return document;
    }

    /** The moment up to which windows reach. */
    static Instant now(Note document) {
        try {
            return Instant.parse(document.text("now"));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'now' of its document is no moment", e);
        }
    }

    /**
     * The position; empty when it cannot be told, or not without telling a secret.
     *
     * @param standing whether nothing is read for a while, or ever
     */
    Optional<ReadingPosition> write(Stages stages, boolean standing) {
        try {
            Note document = note(stages);
            if (!isSafe(document)) {
                return Optional.empty();
            }
            List<Note> ahead = ahead(stages, standing);
            document.putAll("ahead", ahead);
            return Optional.of(
                    new ReadingPosition(SealedJson.seal(document.document()), WhatIsNext.of(stages, ahead.size())));
        } catch (NoPositionException e) {
            return Optional.empty();
        }
    }

    private Note note(Stages stages) {
        // The work first: with it the resources get the counts of pages that are read late.
        List<Note> work = stages.work().stream().map(PositionDocument::note).toList();
        List<Note> windows = stages.windows().stream().map(WindowedRoot::note).toList();
        return new Note()
                .put("form", FORM)
                .put("now", round.now().toString())
                .putAll(
                        "resources",
                        resources.values().stream().map(ResourceReading::note).toList())
                .putAll("work", work)
                .putAll("windows", windows);
    }

    private static Note note(Work work) {
        return new Note()
                .put("root", work.root().note(false))
                .putLists(
                        "levels",
                        work.levels().stream()
                                .map(level -> level.stream().map(Task::note).toList())
                                .toList());
    }

    private List<Note> ahead(Stages stages, boolean standing) {
        Instant soon =
                standing ? Instant.MAX : round.context().clock().instant().minus(SOON);
        Redactor redactor = round.context().redactor();
        StockDocument stock = new StockDocument(redactor, packed);
        for (ReadAhead answer : stages.readAhead()) {
            if (answer.came().isBefore(soon)) {
                stock.add(Fingerprint.of(answer.request(), redactor), answer.response());
            }
        }
        round.stock().all().forEach(stock::add);
        packed = stock.notes();
        return List.copyOf(packed.values());
    }

    private boolean isSafe(Note document) {
        StringBuilder texts = new StringBuilder();
        document.eachText(text -> {
            if (!resources.containsKey(text)) {
                texts.append(text).append('\n');
            }
        });
        return !round.context().redactor().findsSecretIn(texts.toString());
    }

    /**
     * What is left to read.
     *
     * @throws RuntimeException of any kind when the document does not fit the resources
     */
    Stages read(Note document, Function<List<Work>, ReadingOrder> orders) {
        document.notes("resources").forEach(note -> resource(note).goOn(note));
        StockDocument.read(document.notes("ahead"), round.stock());
        List<Work> work = document.notes("work").stream().map(this::work).toList();
        List<WindowedRoot> windows = document.notes("windows").stream()
                .map(note -> WindowedRoot.read(note, resource(note)))
                .toList();
        return new Stages(work, windows, orders);
    }

    private Work work(Note note) {
        Note root = note.note("root");
        List<List<Task>> levels = new ArrayList<>();
        for (List<Note> level : note.noteLists("levels")) {
            levels.add(level.stream()
                    .flatMap(task -> Task.read(task, resource(task)).stream())
                    .toList());
        }
        return new Work(Job.read(root, resource(root)), levels);
    }

    private ResourceReading resource(Note note) {
        ResourceReading resource = resources.get(note.text("resource"));
        if (resource == null) {
            throw new IllegalArgumentException("there is no resource '" + note.text("resource") + "' to read");
        }
        return resource;
    }
}
