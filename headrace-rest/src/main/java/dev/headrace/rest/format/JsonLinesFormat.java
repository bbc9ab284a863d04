package dev.headrace.rest.format;

import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.rest.http.HttpResponse;

/** JSON Lines: one JSON value in each line; empty lines count for nothing. The document is a list of the values. */
record JsonLinesFormat() implements ResponseFormat {

    @Override
    public String label() {
        return "JSON Lines";
    }

    @Override
    public JsonBody toJson(HttpResponse response) {
        JsonBody lines = JsonFormat.utf8(response);
        byte[] bytes = lines.bytes();
        byte[] list = new byte[lines.end() - lines.start() + 2];
        list[0] = '[';
        System.arraycopy(bytes, lines.start(), list, 1, list.length - 2);
        list[list.length - 1] = ']';
        JsonScanner scanner = new JsonScanner();
        boolean begun = false;
        int number = 1;
        for (int start = lines.start(); start < lines.end(); number++) {
            int end = lineEnd(bytes, start, lines.end());
            if (!isBlank(bytes, start, end)) {
                check(scanner, bytes, start, end, number);
                if (begun) {
                    list[start - lines.start()] = ','; // in the place of the end of the line before
                }
                begun = true;
            }
            start = end + 1;
        }
        return JsonBody.of(list);
    }

    private static void check(JsonScanner scanner, byte[] bytes, int start, int end, int number) {
        try {
            scanner.reset(bytes, start, end);
            scanner.skipValue();
            scanner.endDocument();
        } catch (JsonSyntaxException e) {
            throw new UnreadableBodyException(
                    "line " + number + " is no JSON: at byte " + (e.offset() - start) + " of the line expected "
                            + e.expected() + ", found " + e.found(),
                    e);
        }
    }

    private static int lineEnd(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
