package dev.headrace.engine.normalise;

import dev.headrace.event.RunEvent;
import dev.headrace.event.RunListener;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Warns once of each pair of keys that become one name: where a record has both, only one value can be kept. */
final class KeyCollisions {

    private final String resource;
    private final RunListener listener;
    private final Set<String> warned = new HashSet<>();

    KeyCollisions(String resource, RunListener listener) {
        this.resource = resource;
        this.listener = listener;
    }

    /** Whether {@code second} is another key than {@code first} (null: there was none yet). */
    boolean collide(String table, String what, String name, @Nullable String first, String second) {
        if (first == null || first.equals(second)) {
            return false;
        }
        boolean inOrder = first.compareTo(second) < 0;
        String pair = inOrder ? first + '\n' + second : second + '\n' + first;
        if (warned.add(table + '\n' + what + '\n' + pair)) {
            listener.on(new RunEvent.Warned(
                    resource,
                    "Keys '" + first + "' and '" + second + "' of table '" + table + "' both become " + what + " '"
                            + name + "': where a record has both, the later one is kept"
                            + (what.equals("table") ? ", or both if they lie in different objects." : ".")));
        }
        return true;
    }
}
