package dev.headrace.rest.read;

import dev.headrace.json.JsonValue;
import dev.headrace.rest.http.Headers;
import dev.headrace.rest.http.HttpResponse;
import dev.headrace.rest.paginate.Page;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A page as paginators see it; its body is parsed when one asks for it. */
final class FetchedPage implements Page {

    private final int number;
    private final int records;
    private final HttpResponse response;
    private final Supplier<JsonValue> source;
    private @Nullable JsonValue document;

    FetchedPage(int number, int records, HttpResponse response, Supplier<JsonValue> source) {
        this.number = number;
        this.records = records;
        this.response = response;
        this.source = source;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int records() {
        return records;
    }

    @Override
    public Headers headers() {
        return response.headers();
    }

    @Override
    public JsonValue body() {
        JsonValue known = document == null ? source.get() : document;
        document = known;
        return known;
    }
}
