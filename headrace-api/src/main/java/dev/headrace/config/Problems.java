package dev.headrace.config;

import dev.headrace.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with several parts of a configuration, so that all of it is told at once. */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    /** Runs one part; what it finds is kept and the caller goes on. */
    public void check(Runnable part) {
        attempt(() -> {
            part.run();
            return Boolean.TRUE;
        });
    }

    /** Makes one part; empty when it has problems, which are kept. */
    public <T> Optional<T> attempt(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (ConfigException e) {
            found.addAll(e.problems());
            return Optional.empty();
        }
    }

    /**
     * Makes one part on its own. Whoever asks for a part that has problems is left with a {@link ConfigException} that tells
     * none, so that what depends on such a part is passed over, and what does not is looked at all the same.
     */
    public <T> Supplier<T> part(Supplier<T> making) {
        Optional<T> made = attempt(making);
        return () -> made.orElseThrow(() -> new ConfigException(List.of()));
    }

    /** Puts parts together that are all there; throws everything that was found when they are not. */
    public <T> T whole(Supplier<T> assembly) {
        throwIfAny();
        return assembly.get();
    }

    public void add(ConfigException problem) {
        found.addAll(problem.problems());
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Throws everything that was found; returns when nothing was. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }
}
