package dev.headrace.config.tree;

import dev.headrace.config.ConfigNode.Kind;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value with its place, whatever the notation it was written in. Immutable; its text form shows no value. */
public sealed interface Tree {

    Place place();

    Kind kind();

    /** Keys with their values, in the order written. */
    record Mapping(Place place, Map<String, Entry> entries) implements Tree {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public Kind kind() {
            return Kind.OBJECT;
        }

        /** The same with one key put in or replaced; a new key becomes the last one. */
        public Mapping with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Mapping(place, changed);
        }

        /** The same without some keys. */
        public Mapping without(List<String> keys) {
            Map<String, Entry> rest = new LinkedHashMap<>(entries);
            rest.keySet().removeAll(keys);
            return new Mapping(place, rest);
        }

        /** The same with those keys alone that are named and there. */
        public Mapping only(List<String> keys) {
            Map<String, Entry> kept = new LinkedHashMap<>(entries);
            kept.keySet().retainAll(keys);
            return new Mapping(place, kept);
        }
    }

    /** The value of a key, and where the key stands. */
    record Entry(Place keyPlace, Tree value) {}

    /** Values in order. */
    record Sequence(Place place, List<Tree> elements) implements Tree {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public Kind kind() {
            return Kind.LIST;
        }
    }

    /**
     * A single value.
     *
     * @param value a {@code String}, {@code Long} ({@code BigInteger} beyond 64 bits), {@code Double}, {@code Boolean} or
     *     null
     * @param text how it was written
     */
    record Scalar(Place place, @Nullable Object value, String text) implements Tree {

        /** A value as it was written in a document. */
        public static Scalar of(Place place, @Nullable Object value) {
            return new Scalar(place, value, String.valueOf(value));
        }

        @Override
        public Kind kind() {
            if (value == null) {
                return Kind.NULL;
            }
            if (value instanceof String) {
                return Kind.TEXT;
            }
            if (value instanceof Boolean) {
                return Kind.BOOLEAN;
            }
            return value instanceof Long || value instanceof BigInteger ? Kind.INTEGER : Kind.DECIMAL;
        }

        @Override
        public String toString() {
            return kind().description() + " at " + place;
        }
    }
}
