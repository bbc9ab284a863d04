package dev.headrace.rest.read;

import dev.headrace.rest.flight.Flight;
import dev.headrace.rest.flight.Flights;
import dev.headrace.rest.flight.Window;
import dev.headrace.rest.http.HttpRequest;
import dev.headrace.rest.http.HttpResponse;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one resource on their way, and knows how large its answers are. */
final class Dispatch {

    private final ResourceReading resource;
    private final Flights flights;
    private final Window window;
    private long answers;
    private long bytes;

    Dispatch(ResourceReading resource, Flights flights, Window window) {
        this.resource = resource;
        this.flights = flights;
        this.window = window;
    }

    /** How many requests of the resource may be under way at a time. */
    int limit() {
        return window.limit();
    }

    /** @param outlook tells, on the thread of the flight, what follows; null when nobody will ask */
    Flight<FetchedAnswer> send(HttpRequest request, @Nullable Outlook outlook) {
        return flights.launch(window, answers == 0 ? 0 : bytes / answers, awaited -> fetch(request, outlook, awaited));
    }

    /** Takes note of an answer that is read. */
    void read(HttpRequest request, FetchedAnswer answer) {
        resource.stock().remove(request);
        answers++;
        bytes += answer.bytes();
    }

    /** Whoever waits for the answer sees himself what follows. */
    private FetchedAnswer fetch(HttpRequest request, @Nullable Outlook outlook, BooleanSupplier awaited) {
        Optional<HttpResponse> response = resource.fetch(request);
        Forecast forecast = response.isEmpty() || outlook == null || awaited.getAsBoolean()
                ? null
                : outlook.after(request, response.get());
        return new FetchedAnswer(response, forecast, resource.instant());
    }
}
