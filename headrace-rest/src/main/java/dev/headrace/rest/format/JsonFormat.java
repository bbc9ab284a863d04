package dev.headrace.rest.format;

import dev.headrace.rest.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** JSON: UTF-8 as it is, other character sets converted. */
record JsonFormat() implements ResponseFormat {

    private static final int MARK_LENGTH = 3;

    @Override
    public String label() {
        return "JSON";
    }

    @Override
    public JsonBody toJson(HttpResponse response) {
        return utf8(response);
    }

    /** The body in UTF-8, without a byte order mark. */
    static JsonBody utf8(HttpResponse response) {
        if (!response.charset().equals(StandardCharsets.UTF_8)) {
            return JsonBody.of(response.text());
        }
        byte[] bytes = response.body();
        boolean marked = response.length() >= MARK_LENGTH
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return new JsonBody(bytes, marked ? MARK_LENGTH : 0, response.length());
    }
}
