package dev.headrace.engine.loadpackage;

import dev.headrace.load.PartFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What runs that ended early have left of the packages they were writing. */
record Leftovers(PackageLayout layout) {

    /** Deletes what nobody can go on with: everything but the newest package that has a checkpoint. */
    void clear() throws IOException {
        deleteAllBut(newest());
    }

    /** Deletes all of them. */
    void discard() throws IOException {
        deleteAllBut(Optional.empty());
    }

    private void deleteAllBut(Optional<Path> kept) throws IOException {
        for (Path leftover : Disk.list(layout.stage(PackageStage.NEW))) {
            if (!kept.equals(Optional.of(leftover))) {
                Disk.deleteFolder(leftover);
            }
        }
    }

    /** The newest package that has a checkpoint. */
    Optional<Leftover> find() throws IOException {
        Optional<Path> folder = newest();
        return folder.isEmpty() ? Optional.empty() : Optional.of(CheckpointDocument.read(folder.get()));
    }

    private Optional<Path> newest() throws IOException {
        return Disk.list(layout.stage(PackageStage.NEW)).stream()
                .filter(PackageLayout::isPackage)
                .filter(folder -> Files.exists(PackageLayout.checkpoint(folder)))
                .max(Comparator.comparing(PackageLayout::idOf));
    }

    /**
     * Brings a package's folder back to what the checkpoint tells of.
     *
     * @return what is wrong with it, as the end of a sentence; empty when all is there
     */
    Optional<String> restore(Checkpoint checkpoint) throws IOException {
        List<WrittenPart> parts = new ArrayList<>();
        checkpoint.parts().values().forEach(parts::addAll);
        for (WrittenPart part : parts) {
            Optional<String> damage = damage(part);
            if (damage.isPresent()) {
                return damage;
            }
        }
        deleteOthers(checkpoint.folder(), parts);
        for (WrittenPart part : parts) {
            cutOff(part.part());
        }
        return Optional.empty();
    }

    private static Optional<String> damage(WrittenPart written) throws IOException {
        Path file = written.part().file();
        long bytes = written.part().bytes();
        if (!Files.exists(file)) {
            return Optional.of("its file " + file.getFileName() + " is missing");
        }
        if (Files.size(file) < bytes) {
            return Optional.of(
                    "its file " + file.getFileName() + " has " + Files.size(file) + " bytes instead of " + bytes);
        }
        return Disk.checksum(file, bytes) == written.checksum()
                ? Optional.empty()
                : Optional.of("the content of its file " + file.getFileName() + " has changed");
    }

    private static void deleteOthers(Path folder, List<WrittenPart> parts) throws IOException {
        Set<Path> kept = new HashSet<>();
        kept.add(PackageLayout.checkpoint(folder));
        parts.forEach(part -> kept.add(part.part().file()));
        for (Path file : Disk.list(folder)) {
            if (!kept.contains(file)) {
                Files.delete(file);
            }
        }
    }

    /** Takes away what came behind the checkpoint. */
    private static void cutOff(PartFile part) throws IOException {
        if (Files.size(part.file()) > part.bytes()) {
            try (FileChannel channel = FileChannel.open(part.file(), StandardOpenOption.WRITE)) {
                channel.truncate(part.bytes());
                channel.force(true);
            }
        }
    }
}
