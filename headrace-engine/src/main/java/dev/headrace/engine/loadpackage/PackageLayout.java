package dev.headrace.engine.loadpackage;

import dev.headrace.load.LoadId;
import java.nio.file.Path;

/**
 * Where everything lies in a pipeline's folder; no other class knows a name of a file.
 *
 * <pre>
 * lock
 * packages/{new,normalised,committed,failed}/&lt;load id&gt;/manifest.json
 * packages/…/&lt;load id&gt;/0001-events.000.parquet      table 1, part 0
 * packages/new/&lt;load id&gt;/checkpoint.json             how far the package has come
 * </pre>
 *
 * @param root the pipeline's folder
 */
record PackageLayout(Path root) {

    private static final String MANIFEST = "manifest.json";
    private static final String CHECKPOINT = "checkpoint.json";
    /** File systems take names of 255 bytes; tables may be named longer. */
    private static final int LONGEST_TABLE_NAME = 100;

    Path lockFile() {
        return root.resolve("lock");
    }

    Path stage(PackageStage stage) {
        return root.resolve("packages").resolve(stage.folder());
    }

    Path folder(PackageStage stage, LoadId id) {
        return stage(stage).resolve(id.value());
    }

    static LoadId idOf(Path packageFolder) {
        return new LoadId(packageFolder.getFileName().toString());
    }

    /** Whether that is the folder of a package: it is named by a load id. */
    static boolean isPackage(Path folder) {
        return folder.getFileName().toString().matches("[0-9]+\\.[0-9]+");
    }

    static Path manifest(Path packageFolder) {
        return packageFolder.resolve(MANIFEST);
    }

    /** The manifest while it is being written. */
    static Path temporaryManifest(Path packageFolder) {
        return packageFolder.resolve(MANIFEST + ".tmp");
    }

    static Path checkpoint(Path packageFolder) {
        return packageFolder.resolve(CHECKPOINT);
    }

    /** The checkpoint while it is being written. */
    static Path temporaryCheckpoint(Path packageFolder) {
        return packageFolder.resolve(CHECKPOINT + ".tmp");
    }

    /**
     * A part of a table.
     *
     * @param tableNumber tells tables apart whose names look alike to a file system
     */
    static Path part(Path packageFolder, int tableNumber, String table, int part) {
        String name = table.replaceAll("[^A-Za-z0-9_-]", "_");
        String cut = name.substring(0, Math.min(name.length(), LONGEST_TABLE_NAME));
        return packageFolder.resolve("%04d-%s.%03d.parquet".formatted(tableNumber, cut, part));
    }
}
