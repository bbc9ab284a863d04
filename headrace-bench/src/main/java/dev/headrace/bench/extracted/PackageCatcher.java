package dev.headrace.bench.extracted;

import dev.headrace.bench.events.EventSet;
import dev.headrace.destination.Destination;
import dev.headrace.destination.DestinationSession;
import dev.headrace.destination.StoredPipeline;
import dev.headrace.destination.TableResult;
import dev.headrace.engine.Pipeline;
import dev.headrace.event.RunListener;
import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.load.TableLoad;
import dev.headrace.schema.MergeStrategy;
import dev.headrace.schema.WriteDisposition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what an extraction brings and keeps it, to be loaded elsewhere, more than once. */
public final class PackageCatcher implements Destination, DestinationSession {

    private static final int LONGEST_NAME = 63;

    private final Path folder;
    private Optional<LoadPackage> caught = Optional.empty();

    private PackageCatcher(Path folder) {
        this.folder = folder;
    }

    /** @param folder where the parts stay; is made */
    public static LoadPackage extract(EventSet events, WriteDisposition disposition, Path folder) throws IOException {
        PackageCatcher catcher = new PackageCatcher(Files.createDirectories(folder));
        Pipeline.named("extracted")
                .destination(catcher)
                .pipelinesDirectory(folder.resolve("pipelines"))
                .run(new EventSource(events, disposition));
        return catcher.caught.orElseThrow();
    }

    @Override
    public List<TableResult> load(LoadPackage loadPackage, RunListener listener) {
        List<TableLoad> loads = loadPackage.tables().stream()
                .map(load -> new TableLoad(
                        load.table(),
                        load.disposition(),
                        load.parts().stream().map(this::keep).toList()))
                .toList();
        caught = Optional.of(new LoadPackage(
                loadPackage.id(),
                loadPackage.pipeline(),
                loadPackage.schema(),
                loadPackage.createdAt(),
                loads,
                Optional.empty()));
        return List.of();
    }

    private PartFile keep(PartFile part) {
        try {
            Path kept = Files.createLink(folder.resolve(part.file().getFileName()), part.file());
            return new PartFile(kept, part.rows(), part.bytes(), part.columns(), part.hasOrigin());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DestinationSession open(String dataset) {
        return this;
    }

    @Override
    public StoredPipeline find(String pipeline, String schema) {
        return StoredPipeline.unknown();
    }

    @Override
    public boolean hasLoaded(LoadId id) {
        return false;
    }

    @Override
    public String type() {
        return "kept";
    }

    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public int maxIdentifierLength() {
        return LONGEST_NAME;
    }

    @Override
    public Set<MergeStrategy> mergeStrategies() {
        return EnumSet.allOf(MergeStrategy.class);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
