package dev.headrace.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The installed Headrace: its command, and the driver and the flags that other candidates use to be comparable. */
public record Distribution(Path folder) {

    private static final String FLAGS = "options=\"-";

    Path command() {
        return folder.resolve("bin/headrace");
    }

    /** The driver without its native libraries, which lie unpacked beside it. */
    Path driver() throws IOException {
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            return libraries
                    .filter(file -> file.getFileName().toString().matches("duckdb_jdbc-.*[.]jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("Cannot find the driver in " + folder + "/lib: build it first."));
        }
    }

    /** The options of the virtual machine that the launcher gives to every command. */
    List<String> flags() throws IOException {
        try (Stream<String> lines = Files.lines(command())) {
            String line = lines.filter(text -> text.startsWith(FLAGS))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Cannot find the options of Java in " + command() + "."));
            return Arrays.asList(
                    line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')).split(" "));
        }
    }

    /** A command that runs a class of this module with the driver, the flags, and a class archive of its own. */
    List<String> java(Class<?> main, Path archives) throws IOException {
        Path archive = archives.resolve(main.getSimpleName() + ".jsa");
        List<String> command = new ArrayList<>(List.of(javaCommand()));
        command.addAll(flags());
        boolean good = isNewer(archive, driver()) && isNewer(archive, ownJar(main));
        command.add(good ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive);
        command.addAll(List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        command.addAll(List.of("-cp", driver() + ":" + ownJar(main), main.getName()));
        return command;
    }

    /** Java ignores the archive of a jar that has been made anew since, without a word. */
    private static boolean isNewer(Path archive, Path jar) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    /** The Java that the launcher takes. */
    static String javaCommand() {
        String home = System.getenv("JAVA_HOME");
        return home == null || home.isEmpty() ? "java" : home + "/bin/java";
    }

    private static Path ownJar(Class<?> main) {
        return Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
