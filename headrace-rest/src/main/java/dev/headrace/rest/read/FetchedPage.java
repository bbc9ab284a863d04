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
    private final long recordsBefore;
    private final HttpResponse response;
    private final Supplier<JsonValue> source;
    private final Supplier<JsonValue> whole;
    private @Nullable JsonValue document;

    /**
     * @param recordsBefore on earlier pages of the sequence
     * @param taken what has been read of it
     */
    FetchedPage(int number, long recordsBefore, HttpResponse response, Taken taken) {
        this.number = number;
        this.recordsBefore = recordsBefore;
        this.records = taken.count();
        this.response = response;
        this.source = taken.remainder();
        this.whole = taken.document();
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
    public long recordsBefore() {
        return recordsBefore;
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

    @Override
    public JsonValue wholeBody() {
        return whole.get();
    }
}
