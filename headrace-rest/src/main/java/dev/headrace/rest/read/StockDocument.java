package dev.headrace.rest.read;

import dev.headrace.Redactor;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.http.Redaction;
import dev.headrace.rest.position.Note;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Answers that came in advance, as a part of the position: as many as the bound allows, and none that tells a secret. What is
 * left out is asked for again.
 */
final class StockDocument {

    /** Of bodies: a checkpoint is written about once a second, and has to be small beside the rows. */
    private static final long MOST_BYTES = 16L << 20;

    /** Open a session, and have no part in what is read. */
    private static final Set<String> COOKIES = Set.of("set-cookie", "set-cookie2");

    private final Redactor redactor;
    private final Map<String, Note> before;
    private final Map<String, Note> notes = new LinkedHashMap<>();
    private long bytes;

    /** @param before the {@link #notes} of the last time: what is among them need not be packed again */
    StockDocument(Redactor redactor, Map<String, Note> before) {
        this.redactor = redactor;
        this.before = before;
    }

    /** Takes an answer in, unless it is there. */
    void add(String fingerprint, Optional<HttpResponse> answer) {
        int length = answer.map(HttpResponse::length).orElse(0);
        if (bytes + length > MOST_BYTES || notes.containsKey(fingerprint)) {
            return;
        }
        Note known = before.get(fingerprint);
        Note note = known == null ? new Note().put("request", fingerprint) : known;
        if (known != null || answer.isEmpty() || describe(answer.get(), note)) {
            notes.put(fingerprint, note);
            bytes += length;
        }
    }

    /** By fingerprint, in the order in which they were taken in. */
    Map<String, Note> notes() {
        return notes;
    }

    /** False when it tells a secret. */
    private boolean describe(HttpResponse answer, Note note) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> {
            if (!COOKIES.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        });
        String address = Redaction.withoutQuery(answer.url());
        String head = address + "\n" + answer.reason() + "\n" + headers;
        if (redactor.findsSecretIn(head) || redactor.findsSecretIn(answer.text())) {
            return false;
        }
        note.put("status", (long) answer.status())
                .put("reason", answer.reason())
                .put("headers", headers)
                .put("url", address)
                .put("body", text(answer));
        return true;
    }

    /** Packed, since the whole position is held in memory a few times while it is written. */
    private static String text(HttpResponse answer) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(answer.body(), 0, answer.length());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot fail in memory", e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static byte[] body(String text) {
        byte[] packed = Base64.getDecoder().decode(text);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException("an answer in its document is damaged", e);
        }
    }

    /** @throws IllegalArgumentException when a note is not as it was written */
    static void read(List<Note> notes, Stock stock) {
        notes.forEach(note ->
                stock.add(note.text("request"), note.has("status") ? Optional.of(response(note)) : Optional.empty()));
    }

    private static HttpResponse response(Note note) {
        Map<String, String> headers = new LinkedHashMap<>();
        note.note("headers").fields().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        byte[] body = body(note.text("body"));
        return new HttpResponse(
                note.count("status"),
                note.has("reason") ? note.text("reason") : "",
                Headers.of(headers),
                body,
                body.length,
                note.text("url"));
    }
}
