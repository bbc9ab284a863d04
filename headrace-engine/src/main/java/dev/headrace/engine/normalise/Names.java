package dev.headrace.engine.normalise;

import dev.headrace.engine.naming.Naming;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of columns and tables; remembers what it has made, because records repeat their keys. */
final class Names {

    /** Beyond this, keys are data rather than names, and remembering them would only take room. */
    private static final int REMEMBERED = 10_000;

    private final Naming naming;
    private final Map<String, String> paths = new HashMap<>();

    Names(Naming naming) {
        this.naming = naming;
    }

    /** The normalised name of a key. */
    String path(String rawName) {
        String known = paths.get(rawName);
        if (known != null) {
            return known;
        }
        String path = naming.path(rawName);
        if (paths.size() < REMEMBERED) {
            paths.put(rawName, path);
        }
        return path;
    }

    /** The name of {@code child} below {@code parent}, shortened. */
    String join(@Nullable String parent, String child) {
        return parent == null ? child : naming.join(parent, child);
    }

    /** The same before shortening. */
    String concatenate(@Nullable String parent, String child) {
        return parent == null ? child : parent + naming.separator() + child;
    }

    /** The name for a path that was put together unshortened. */
    String shortened(String path) {
        int end = path.lastIndexOf(naming.separator());
        return end <= 0
                ? path
                : naming.join(
                        path.substring(0, end),
                        path.substring(end + naming.separator().length()));
    }
}
