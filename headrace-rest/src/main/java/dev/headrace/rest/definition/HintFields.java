package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Problems;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of an object that hints are read from, each on its own.
 *
 * @param problems takes what is wrong with them
 */
record HintFields(ConfigNode node, Problems problems) {

    /** Empty when the key is absent or null, or has problems. */
    <T> Optional<T> read(String key, Function<ConfigNode, T> reader) {
        return node.present(key).flatMap(found -> problems.attempt(() -> reader.apply(found)));
    }
}
