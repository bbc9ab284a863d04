package dev.headrace.bench.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The path and the query of a request. */
record EventRequest(String path, Map<String, String> query) {

    private static final String EVENT = "/events/";
    private static final String NOTES = "/notes";

    static EventRequest of(String target) {
        int mark = target.indexOf('?');
        if (mark < 0) {
            return new EventRequest(target, Map.of());
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : target.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return new EventRequest(target.substring(0, mark), query);
    }

    /** The event whose notes are asked for: {@code /events/ID/notes}. */
    Optional<String> event() {
        boolean notes =
                path.startsWith(EVENT) && path.endsWith(NOTES) && path.length() > EVENT.length() + NOTES.length();
        return notes ? Optional.of(path.substring(EVENT.length(), path.length() - NOTES.length())) : Optional.empty();
    }

    /** Whether a part of the whole is asked for by position. */
    boolean isSlice() {
        return query.containsKey("offset") || query.containsKey("limit");
    }

    /** The page asked for by number or by cursor; the first one if none is named. */
    long page() {
        String cursor = query.get("cursor");
        return cursor != null && cursor.startsWith("c") ? Long.parseLong(cursor.substring(1)) : number("page", 1);
    }

    /** @throws NumberFormatException when the value is not a number */
    long number(String name, long absent) {
        String value = query.get(name);
        return value == null ? absent : Long.parseLong(value);
    }
}
