package dev.headrace.config;

import dev.headrace.Secret;
import java.util.List;
import java.util.Optional;

/** Finds nothing. */
enum NoSettings implements Settings {
    INSTANCE;

    @Override
    public Optional<String> find(List<String> paths) {
        return Optional.empty();
    }

    @Override
    public Optional<Secret> findSecret(List<String> paths) {
        return Optional.empty();
    }

    @Override
    public List<String> places(List<String> paths) {
        return List.of();
    }
}
