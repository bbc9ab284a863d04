package dev.headrace.config.tree;

import dev.headrace.config.ConfigNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes configuration nodes from trees and from plain Java values. */
public final class ConfigNodes {

    private ConfigNodes() {}

    /** The root node of a tree. */
    public static ConfigNode of(Tree tree, Lookups lookups) {
        return new TreeNode(tree, "", lookups);
    }

    /** A node for a value of a tree that does not start at the root. */
    public static ConfigNode of(Tree tree, String path, Lookups lookups) {
        return new TreeNode(tree, path, lookups);
    }

    /** A configuration written in Java, whose texts hold no placeholders; messages place it "in code". */
    public static ConfigNode of(Map<String, ?> configuration) {
        return of(configuration, Lookups.none());
    }

    /**
     * A configuration written in Java. Values may be texts, numbers, booleans, null, and maps and lists of these.
     *
     * @throws IllegalArgumentException for a value of another type
     */
    public static ConfigNode of(Map<String, ?> configuration, Lookups lookups) {
        return of(tree(configuration, Place.inCode()), lookups);
    }

    /** The tree of a plain Java value, all of it at one place. */
    public static Tree tree(@Nullable Object value, Place place) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            map.forEach(
                    (key, element) -> entries.put(String.valueOf(key), new Tree.Entry(place, tree(element, place))));
            return new Tree.Mapping(place, entries);
        }
        if (value instanceof Iterable<?> iterable) {
            List<Tree> elements = new ArrayList<>();
            iterable.forEach(element -> elements.add(tree(element, place)));
            return new Tree.Sequence(place, elements);
        }
        return Tree.Scalar.of(place, scalar(value));
    }

    private static @Nullable Object scalar(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger large) {
            return large.bitLength() < Long.SIZE ? (Object) large.longValue() : large;
        }
        if (value instanceof Float || value instanceof Double || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        throw new IllegalArgumentException("A configuration cannot hold a "
                + value.getClass().getName() + "; use texts, numbers, booleans, null, maps and lists");
    }
}
