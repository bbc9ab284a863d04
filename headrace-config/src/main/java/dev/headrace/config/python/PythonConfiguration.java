package dev.headrace.config.python;

import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.Tree;
import java.util.List;
import java.util.function.Supplier;

/**
 * A configuration found in a program.
 *
 * @param place where it starts
 * @param reading reads it; throws a {@link dev.headrace.ConfigException} when it holds code
 */
public record PythonConfiguration(Place place, Supplier<Result> reading) {

    /**
     * A configuration that was read.
     *
     * @param tree wrapped: {@code source}, and {@code pipeline}, {@code dataset}, {@code destination} where the program
     *     says them
     * @param warnings what the program says in code that is not read
     */
    public record Result(Tree tree, List<String> warnings) {}
}
