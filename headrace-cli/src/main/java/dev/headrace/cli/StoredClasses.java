package dev.headrace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Java's class archive holds the classes that were loaded when the process that made it ended. For an archive to serve every
 * kind of load, and not only the one it was made with, that process loads all of ours.
 */
final class StoredClasses {

    /** Names a file with a class in each line; the launcher sets it when it makes an archive. */
    private static final String LIST = "headrace.classes";

    private StoredClasses() {}

    static void loadIfArchiving() {
        String list = System.getProperty(LIST);
        if (list != null) {
            load(Path.of(list), StoredClasses.class.getClassLoader());
        }
    }

    /** @throws IllegalStateException when the list can't be read, or names what is no class */
    static void load(Path list, ClassLoader loader) {
        try {
            for (String name : Files.readAllLines(list)) {
                Class.forName(name, false, loader);
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("cannot load the classes that " + list + " names: " + e, e);
        }
    }
}
