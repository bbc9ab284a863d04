package dev.headrace.rest.read;

import dev.headrace.Redactor;
import dev.headrace.json.SealedJson;
import dev.headrace.rest.position.NoPositionException;
import dev.headrace.rest.position.Note;
import dev.headrace.source.ReadingPosition;
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
 * one request or several are under way at a time; those under way are sent again.
 */
final class PositionDocument {

    /** Documents of another form are not read. */
    private static final long FORM = 1;

    private final Instant now;
    /** In the order in which they are read. */
    private final Map<String, ResourceReading> resources;

    /** @param roots the resources without a parent */
    PositionDocument(Instant now, List<ResourceReading> roots) {
        this.now = now;
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

    /** The position; empty when it cannot be told, or not without telling a secret. */
    Optional<ReadingPosition> write(Stages stages, Redactor redactor) {
        try {
            Note document = note(stages);
            return isSafe(document, redactor)
                    ? Optional.of(new ReadingPosition(SealedJson.seal(document.document()), WhatIsNext.of(stages)))
                    : Optional.empty();
        } catch (NoPositionException e) {
            return Optional.empty();
        }
    }

    private Note note(Stages stages) {
        return new Note()
                .put("form", FORM)
                .put("now", now.toString())
                .putAll(
                        "resources",
                        resources.values().stream().map(ResourceReading::note).toList())
                .putAll(
                        "work",
                        stages.work().stream().map(PositionDocument::note).toList())
                .putAll(
                        "windows",
                        stages.windows().stream().map(WindowedRoot::note).toList());
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

    private boolean isSafe(Note document, Redactor redactor) {
        StringBuilder texts = new StringBuilder();
        document.eachText(text -> {
            if (!resources.containsKey(text)) {
                texts.append(text).append('\n');
            }
        });
        String all = texts.toString();
        return redactor.redact(all).equals(all);
    }

    /**
     * What is left to read.
     *
     * @throws RuntimeException of any kind when the document does not fit the resources
     */
    Stages read(Note document, Function<List<Work>, ReadingOrder> orders) {
        document.notes("resources").forEach(note -> resource(note).goOn(note));
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
