package dev.headrace.rest.incremental;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every run begins at the initial value. */
record NoMemory(@Nullable Object initial) implements Memory {

    @Override
    public Position begun(String parent) {
        return Position.at(initial);
    }

    @Override
    public void moved(String parent, Position position, boolean passed) {
        // nothing is remembered
    }

    @Override
    public void hold(String parent) {
        // only a child may be skipped
    }

    @Override
    public boolean isHeld(String parent) {
        return false;
    }

    @Override
    public Set<String> held() {
        return Set.of();
    }

    @Override
    public void settle() {
        // nothing is remembered
    }
}
