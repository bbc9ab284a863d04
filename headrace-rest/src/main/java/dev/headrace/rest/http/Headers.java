package dev.headrace.rest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Headers in the order in which they were first named. Names are compared without regard to case; the spelling set last is
 * the one sent. A name set to null removes the header wherever these headers are laid over others, defaults included.
 * Immutable.
 */
public final class Headers {

    static final String SET_COOKIE = "Set-Cookie";

    private static final Headers NONE = new Headers(List.of());

    private final List<Entry> entries;

    private Headers(List<Entry> entries) {
        this.entries = entries;
    }

    public static Headers none() {
        return NONE;
    }

    /** The entries in the order of the map; null values remove. */
    public static Headers of(Map<String, ? extends @Nullable String> values) {
        Headers headers = NONE;
        for (Map.Entry<String, ? extends @Nullable String> entry : values.entrySet()) {
            headers = headers.with(entry.getKey(), entry.getValue());
        }
        return headers;
    }

    /** A copy in which the header has this value, at its old place or else at the end; null marks it as removed. */
    public Headers with(String name, @Nullable String value) {
        List<Entry> changed = new ArrayList<>(entries);
        int at = indexOf(name);
        if (at < 0) {
            changed.add(new Entry(name, value));
        } else {
            changed.set(at, new Entry(name, value));
        }
        return new Headers(List.copyOf(changed));
    }

    /**
     * A copy in which a header that came several times is one, its values joined by commas (RFC 9110, 5.3). Cookies have
     * commas of their own and are joined by line breaks, which no header has.
     */
    Headers and(String name, String value) {
        String separator = name.equalsIgnoreCase(SET_COOKIE) ? "\n" : ", ";
        return with(name, find(name).map(first -> first + separator + value).orElse(value));
    }

    /** These headers with the others laid over them. */
    public Headers overlaidBy(Headers others) {
        Headers result = this;
        for (Entry entry : others.entries) {
            result = result.with(entry.name, entry.value);
        }
        return result;
    }

    /** The headers whose name fits. */
    Headers only(Predicate<String> names) {
        return new Headers(entries.stream().filter(e -> names.test(e.name)).toList());
    }

    /** The value of a header that is there and not removed. */
    public Optional<String> find(String name) {
        int at = indexOf(name);
        return at < 0 ? Optional.empty() : Optional.ofNullable(entries.get(at).value);
    }

    /** Hands over each header that is not removed, in order. */
    public void forEach(BiConsumer<String, String> consumer) {
        for (Entry entry : entries) {
            if (entry.value != null) {
                consumer.accept(entry.name, entry.value);
            }
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name.equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers headers && headers.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return entries.stream().map(e -> e.name).toList().toString();
    }

    private record Entry(String name, @Nullable String value) {}
}
