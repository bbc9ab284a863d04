package dev.headrace.rest.incremental;

import java.util.Set;

/** The memory of a resource without a parent: one cursor, in dlt's shape. */
final class OneCursor implements Memory {

    private final Cursor cursor;
    private final CursorState state;

    OneCursor(Cursor cursor, CursorState state) {
        this.cursor = cursor;
        this.state = state;
    }

    @Override
    public Position begun(String parent) {
        return state.begun();
    }

    @Override
    public void moved(String parent, Position position, boolean passed) {
        state.write(state.current().laterOf(position, cursor));
        if (passed) {
            state.passed();
        }
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
        // is up to date always
    }
}
