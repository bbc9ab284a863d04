package dev.headrace.engine.loadpackage;

import dev.headrace.load.LoadId;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PackageCompression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The packages of one pipeline. An open store keeps the pipeline's folder for this process; used by one thread at a time.
 *
 * <p>Every method throws {@link dev.headrace.DataException} when the folder cannot be read or written.
 */
public final class PackageStore implements AutoCloseable {

    /** So many manifests of committed packages are kept, for people to look at. */
    static final int COMMITTED_KEPT = 10;

    private final PackageLayout layout;
    private final String pipeline;
    private final PackageTarget target;
    private final PackageCompression compression;
    private final Clock clock;
    private final FolderLock lock;
    private Optional<LoadId> lastId = Optional.empty();

    private PackageStore(
            PackageLayout layout,
            String pipeline,
            PackageTarget target,
            PackageCompression compression,
            Clock clock,
            FolderLock lock) {
        this.layout = layout;
        this.pipeline = pipeline;
        this.target = target;
        this.compression = compression;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * Opens the store and clears away what runs that ended early have left half done, but for the newest checkpoint.
     *
     * @param folder the pipeline's own folder; made when it does not exist
     * @param target where its packages are loaded
     * @param compression that of packages it begins or goes on with; others may be as they are
     * @param clock gives load ids and dates
     * @param turn asked while another process has the folder
     * @throws dev.headrace.DataException also when another process keeps the folder
     */
    public static PackageStore open(
            Path folder,
            String pipeline,
            PackageTarget target,
            PackageCompression compression,
            Clock clock,
            Turn turn) {
        PackageLayout layout = new PackageLayout(folder.toAbsolutePath());
        try {
            FolderLock lock = FolderLock.take(layout, turn);
            return new PackageStore(layout, pipeline, target, compression, clock, lock).cleared();
        } catch (IOException e) {
            throw Failures.cannotKeep(folder, e);
        }
    }

    private PackageStore cleared() throws IOException {
        try {
            new Leftovers(layout).clear();
            clearCommitted();
            return this;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Begins a package with the next load id. */
    public PackageWriter begin() {
        try {
            LoadId id = new LoadIds(clock).next(greatestId());
            lastId = Optional.of(id);
            return PackageWriter.create(layout, id, pipeline, target, compression, clock.instant());
        } catch (IOException e) {
            throw Failures.cannotWrite(layout.root(), e);
        }
    }

    /** The newest package that an earlier run has not finished, and that another may go on with. */
    public Optional<Leftover> leftover() {
        try {
            return new Leftovers(layout).find();
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    /** Deletes everything that earlier runs have not finished. */
    public void discardLeftovers() {
        try {
            new Leftovers(layout).discard();
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    /**
     * Takes away what came behind a checkpoint, so that {@link #goOn} can follow.
     *
     * @return what is wrong with the files of the package, as the end of a sentence; empty when all is as it was
     */
    public Optional<String> restore(Checkpoint checkpoint) {
        try {
            return new Leftovers(layout).restore(checkpoint);
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    /** Goes on with a package that was {@linkplain #restore restored}; it keeps its load id. */
    public PackageWriter goOn(Checkpoint checkpoint) {
        return PackageWriter.after(checkpoint, layout, pipeline, target, compression);
    }

    private Optional<LoadId> greatestId() throws IOException {
        List<LoadId> ids = new ArrayList<>();
        lastId.ifPresent(ids::add);
        for (PackageStage stage : PackageStage.values()) {
            packages(stage).forEach(folder -> ids.add(PackageLayout.idOf(folder)));
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(Collections.max(ids));
    }

    /**
     * The packages that are complete and not yet committed, by load id. Those that are damaged become failed ones.
     *
     * @throws dev.headrace.DataException also when one of them belongs to another target or to another version of Headrace; names
     *     it and says what to do
     */
    public List<LoadPackage> pending() {
        try {
            List<LoadPackage> pending = new ArrayList<>();
            for (Path folder : packages(PackageStage.NORMALISED)) {
                readOrFail(folder).ifPresent(pending::add);
            }
            return pending;
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    private Optional<LoadPackage> readOrFail(Path folder) throws IOException {
        try {
            return Optional.of(ManifestReader.read(folder, target));
        } catch (DamagedPackageException e) {
            fail(PackageLayout.idOf(folder), e.reason());
            return Optional.empty();
        }
    }

    /** Whether a package was committed from here that was begun after that one. */
    public boolean hasCommittedAfter(LoadId id) {
        try {
            return packages(PackageStage.COMMITTED).stream()
                    .anyMatch(folder -> PackageLayout.idOf(folder).compareTo(id) > 0);
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    /**
     * Makes a failed package a pending one again.
     *
     * @throws dev.headrace.DataException also when it is damaged or belongs elsewhere; it stays as it is then
     */
    public LoadPackage revive(LoadId id) {
        Path place = layout.folder(PackageStage.NORMALISED, id);
        try {
            LoadPackage found = ManifestReader.read(layout.folder(PackageStage.FAILED, id), target);
            move(id, PackageStage.FAILED, PackageStage.NORMALISED);
            FailureNote.delete(place);
            return PackageWriter.relocated(found, place);
        } catch (DamagedPackageException e) {
            throw Failures.stillDamaged(e);
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    /** The packages that were given up, by load id. */
    public List<FailedPackage> failed() {
        try {
            List<FailedPackage> failed = new ArrayList<>();
            for (Path folder : packages(PackageStage.FAILED)) {
                failed.add(FailureNote.read(folder));
            }
            return failed;
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    /** Puts a committed package away: its rows are deleted, its manifest is kept for a while. */
    public void archive(LoadPackage loadPackage) {
        try {
            move(loadPackage.id(), PackageStage.NORMALISED, PackageStage.COMMITTED);
            clearCommitted();
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    /**
     * Gives a package up that can never be loaded as it is: it is no longer pending, and kept whole.
     *
     * @param reason in whole sentences; holds no secret
     */
    public void fail(LoadId id, String reason) {
        try {
            FailureNote.write(layout.folder(PackageStage.NORMALISED, id), clock.instant(), reason);
            move(id, PackageStage.NORMALISED, PackageStage.FAILED);
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }

    private void move(LoadId id, PackageStage from, PackageStage to) throws IOException {
        Disk.move(layout.folder(from, id), layout.folder(to, id));
    }

    private void clearCommitted() throws IOException {
        List<Path> committed = packages(PackageStage.COMMITTED);
        int surplus = Math.max(0, committed.size() - COMMITTED_KEPT);
        for (Path folder : committed.subList(0, surplus)) {
            Disk.deleteFolder(folder);
        }
        for (Path folder : committed.subList(surplus, committed.size())) {
            deleteParts(folder);
        }
    }

    private static void deleteParts(Path folder) throws IOException {
        for (Path file : Disk.list(folder)) {
            if (!file.equals(PackageLayout.manifest(folder))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> packages(PackageStage stage) throws IOException {
        return Disk.list(layout.stage(stage)).stream()
                .filter(PackageLayout::isPackage)
                .sorted(Comparator.comparing(PackageLayout::idOf))
                .toList();
    }

    /** Lets other processes have the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw Failures.cannotKeep(layout.root(), e);
        }
    }
}
