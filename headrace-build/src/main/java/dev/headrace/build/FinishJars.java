package dev.headrace.build;

import dev.headrace.build.callsite.CallSites;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The last step in making the distribution: its own jars are made ready for quick starts. */
public final class FinishJars {

    private static final String CLASS = ".class";

    private FinishJars() {}

    /**
     * Copies jars whose call sites are linked ahead of time ({@link CallSites}), and lists their classes, so that they can be
     * stored in a class archive. A copy that would be the same as before isn't touched, and the archive stays good.
     *
     * @param arguments the folder of the jars, that of the copies, and the file for the list: a name in each line, sorted,
     *     without those that describe a package or module
     * @throws IOException when a file can't be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path copies = Path.of(arguments[1]);
        List<String> classes = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
            for (Path jar : jars) {
                Path copy = copies.resolve(jar.getFileName());
                CallSites.link(jar, copy);
                classes.addAll(classesOf(copy));
            }
        }
        Collections.sort(classes);
        Files.write(Path.of(arguments[2]), classes);
    }

    private static List<String> classesOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Collections.list(file.entries()).stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .toList();
        }
    }
}
