package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed, as the build has put it together. */
final class DistributionIT {

    private static final Path DISTRIBUTION = Path.of(System.getProperty("headrace.distribution"));

    @TempDir
    Path folder;

    @Test
    void theDemonstrationRuns() throws Exception {
        assertThat(demonstration("")).contains("events__attendees");
        assertThat(folder.resolve("demo.duckdb")).isNotEmptyFile();
    }

    @Test
    void everyClassIsSound() throws Exception {
        int sound = 0;
        List<Path> jars = files("*.jar");
        try (URLClassLoader loader = loaderOf(jars)) {
            for (Path jar : files("headrace*.jar")) {
                for (String name : classesOf(jar)) {
                    // Asking for the methods has the virtual machine verify the class.
                    assertThat(loader.loadClass(name).getDeclaredMethods()).isNotNull();
                    sound++;
                }
            }
        }
        assertThat(sound).isGreaterThan(2000);
    }

    @Test
    void lambdasHaveClassesOfTheirOwnAndTheClassArchiveIsToHaveAllOfThem() throws Exception {
        List<String> names = new ArrayList<>();
        for (Path jar : files("headrace*.jar")) {
            names.addAll(classesOf(jar));
        }
        assertThat(Files.readAllLines(DISTRIBUTION.resolve("lib/headrace.classes")))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(names).filteredOn(name -> name.contains("$$Lambda")).hasSizeGreaterThan(1000);
    }

    @Test
    void aFlightRecordingThatIsAskedForAtTheStartHasTheDriversEvent() throws Exception {
        Path recording = folder.resolve("run.jfr");
        demonstration("-XX:StartFlightRecording:filename=" + recording);
        try (RecordingFile file = new RecordingFile(recording)) {
            assertThat(file.readEventTypes()).extracting(EventType::getName).contains("duckdb.MemoryUsage");
        }
    }

    @Test
    void aFlightRecorderThatNobodyAskedForStaysAsleep() throws Exception {
        Path classes = folder.resolve("classes.txt");
        demonstration("-Xlog:class+load:file=" + classes);
        assertThat(classes)
                .content()
                .contains("org.duckdb.DuckDBDriver")
                .doesNotContain("jdk.jfr.internal.TypeLibrary");
    }

    /** What it prints. */
    private String demonstration(String options) throws IOException, InterruptedException {
        Path printed = folder.resolve("out.txt");
        ProcessBuilder command =
                new ProcessBuilder(DISTRIBUTION.resolve("bin/headrace").toString(), "demo");
        command.directory(folder.toFile());
        command.environment().put("HEADRACE_JAVA_OPTIONS", options);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.redirectErrorStream(true).redirectOutput(printed.toFile());
        Process process = command.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(printed);
        assertThat(ended).as("ended in time, having printed: " + text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static List<Path> files(String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(DISTRIBUTION.resolve("lib"), pattern)) {
            List<Path> files = new ArrayList<>();
            found.forEach(files::add);
            return files;
        }
    }

    private static URLClassLoader loaderOf(List<Path> jars) throws IOException {
        List<URL> addresses = new ArrayList<>();
        for (Path jar : jars) {
            addresses.add(jar.toUri().toURL());
        }
        return new URLClassLoader(addresses.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static List<String> classesOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Stream<String> names = Collections.list(file.entries()).stream().map(JarEntry::getName);
            return names.filter(name -> name.startsWith("dev/") && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .toList();
        }
    }
}
