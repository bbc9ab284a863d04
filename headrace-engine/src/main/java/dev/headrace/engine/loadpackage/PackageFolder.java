package dev.headrace.engine.loadpackage;

import dev.headrace.load.LoadId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The packages of one pipeline, to look at; also while a run has the folder.
 *
 * <p>Every method throws {@link dev.headrace.DataException} when the folder cannot be read or written.
 *
 * @param folder the pipeline's own folder; need not exist
 */
public record PackageFolder(Path folder) {

    /** What is there in all stages, by load id. */
    public List<KnownPackage> list() {
        PackageLayout layout = new PackageLayout(folder.toAbsolutePath());
        List<KnownPackage> found = new ArrayList<>();
        try {
            for (PackageStage stage : PackageStage.values()) {
                for (Path place : Disk.list(layout.stage(stage))) {
                    read(place, stage).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw Failures.cannotKeep(folder, e);
        }
        found.sort(Comparator.comparing(KnownPackage::id));
        return found;
    }

    /** Empty for what is no package, or none any more: a run may have moved it on. */
    private static Optional<KnownPackage> read(Path place, PackageStage stage) throws IOException {
        if (!PackageLayout.isPackage(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PackageReader.read(place, stage));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The package of that id. */
    public Optional<KnownPackage> find(String id) {
        return list().stream().filter(known -> known.id().value().equals(id)).findFirst();
    }

    /**
     * Deletes a package with its rows.
     *
     * @throws dev.headrace.DataException also when a run has the folder
     */
    public void drop(LoadId id) {
        PackageLayout layout = new PackageLayout(folder.toAbsolutePath());
        try {
            FolderLock lock = FolderLock.take(layout, Turn.now());
            try {
                delete(id, layout);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw Failures.cannotKeep(folder, e);
        }
    }

    private void delete(LoadId id, PackageLayout layout) throws IOException {
        KnownPackage known = find(id.value()).orElseThrow(() -> Failures.notThere(folder, id.value()));
        Disk.deleteFolder(known.folder());
        Disk.syncFolder(layout.stage(known.stage()));
    }
}
