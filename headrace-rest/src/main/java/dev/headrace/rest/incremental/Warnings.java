package dev.headrace.rest.incremental;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the user of each kind of trouble once. */
final class Warnings {

    /** What may be wrong. */
    enum Kind {
        ORDER,
        NOTATION,
        MANY_ROWS
    }

    private final Consumer<String> listener;
    private final Set<Kind> told = EnumSet.noneOf(Kind.class);

    Warnings(Consumer<String> listener) {
        this.listener = listener;
    }

    void tell(Kind kind, Supplier<String> message) {
        if (told.add(kind)) {
            listener.accept(message.get());
        }
    }
}
