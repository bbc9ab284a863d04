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
     * Links call sites ahead of time ({@link CallSites}), and lists the classes, so that they can be stored in a class archive.
     *
     * @param arguments the folder of the jars, what their names begin with, and the file for the list: a name in each line,
     *     sorted, without those that describe a package or module
     * @throws IOException when a file can't be read or written
     */
    public static void main(String[] arguments) throws IOException {
        List<String> classes = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(arguments[0]), arguments[1] + "*.jar")) {
            for (Path jar : jars) {
                CallSites.rewrite(jar);
                classes.addAll(classesOf(jar));
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
