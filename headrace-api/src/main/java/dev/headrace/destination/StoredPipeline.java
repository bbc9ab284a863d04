package dev.headrace.destination;

import dev.headrace.load.StateRow;
import java.util.Optional;

/**
 * What a dataset knows.
 *
 * @param state the newest state whose load was committed
 * @param schemaDocument the newest schema document of that name, as JSON
 */
public record StoredPipeline(Optional<StateRow> state, Optional<String> schemaDocument) {

    public static StoredPipeline unknown() {
        return new StoredPipeline(Optional.empty(), Optional.empty());
    }
}
