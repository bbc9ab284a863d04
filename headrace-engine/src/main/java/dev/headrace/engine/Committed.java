package dev.headrace.engine;

import dev.headrace.destination.StoredPipeline;
import dev.headrace.engine.document.SchemaDocument;
import dev.headrace.engine.state.PipelineFiles;
import dev.headrace.engine.state.StateDocument;
import dev.headrace.load.LoadPackage;
import java.util.Optional;

/**
 * What a run goes on from. The destination is the only witness: what is not committed there has not happened.
 *
 * @param state {@link StateDocument#unknown} when the destination has none
 * @param schema {@link SchemaDocument#fresh} when the destination has none
 * @param warning something about it that the user should know; empty when all is as it was left
 */
record Committed(StateDocument state, SchemaDocument schema, Optional<String> warning) {

    /** @param files show what was committed from here, to notice when the destination lost it */
    static Committed of(StoredPipeline stored, String source, PipelineFiles files) {
        StateDocument state = stored.state().map(StateDocument::decode).orElseGet(StateDocument::unknown);
        SchemaDocument schema =
                stored.schemaDocument().map(SchemaDocument::parse).orElseGet(() -> SchemaDocument.fresh(source));
        return new Committed(state, schema, files.state().flatMap(local -> warning(stored, state, local)));
    }

    /** What the next package goes on from when this one has been committed. */
    Committed after(LoadPackage loadPackage) {
        return new Committed(
                loadPackage.state().map(StateDocument::decode).orElse(state),
                SchemaDocument.parse(loadPackage.schema().document()),
                Optional.empty());
    }

    private static Optional<String> warning(StoredPipeline stored, StateDocument state, StateDocument local) {
        if (stored.state().isEmpty()) {
            return Optional.of("The destination does not know this pipeline any more: its dataset was dropped, or it is"
                    + " another one. Everything is loaded from the beginning.");
        }
        return state.version() < local.version()
                ? Optional.of(
                        "The destination does not have all that was loaded from here: it was restored from a copy, or it is another"
                                + " one. The run goes on from what it has, and reads the rest again where the source still has it. If"
                                + " another database is meant, stop and name it with --destination.")
                : Optional.empty();
    }
}
