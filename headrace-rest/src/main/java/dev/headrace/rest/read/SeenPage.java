package dev.headrace.rest.read;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.format.ResponseFormat;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.paginate.Page;
import dev.headrace.rest.select.DataLocation;
import dev.headrace.rest.select.Selector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as paginators see it, before its records have been read; parsed when one asks for something in it. */
final class SeenPage implements Page {

    private final int number;
    private final HttpResponse response;
    private final ResponseFormat format;
    private @Nullable Selector selector;
    private @Nullable JsonValue document;

    /** @param selector null: found in the page */
    SeenPage(int number, HttpResponse response, ResponseFormat format, @Nullable Selector selector) {
        this.number = number;
        this.response = response;
        this.format = format;
        this.selector = selector;
    }

    /** Where the records are; null when nobody has asked for them. */
    @Nullable
    Selector selector() {
        return selector;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int records() {
        Selector known = selector == null ? DataLocation.detect(body()) : selector;
        selector = known;
        return known.select(body()).orElse(List.of()).size();
    }

    /** Not known, and of no use but for notices, which nobody hears here. */
    @Override
    public long recordsBefore() {
        return 0;
    }

    @Override
    public Headers headers() {
        return response.headers();
    }

    @Override
    public JsonValue body() {
        JsonValue known =
                document == null ? PageBody.of(format.toJson(response)).document() : document;
        document = known;
        return known;
    }
}
