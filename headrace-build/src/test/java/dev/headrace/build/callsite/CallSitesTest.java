package dev.headrace.build.callsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

final class CallSitesTest {

    @TempDir
    Path folder;

    private Path jar;
    private Path linked;

    @BeforeEach
    void makeJarOfSamples() throws IOException, URISyntaxException {
        jar = folder.resolve("sample-1.jar");
        linked = folder.resolve("linked.jar");
        Path classes = Path.of(Samples.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes.resolve("dev/headrace/build/callsite"))) {
            put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes());
            put(zip, "texts/first.txt", "not a class".getBytes());
            for (Path file : files.filter(
                            found -> found.getFileName().toString().startsWith("Samples"))
                    .sorted()
                    .toList()) {
                put(zip, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    @Test
    void rewrittenClassesAnswerWhatTheyAnsweredBefore() throws Exception {
        CallSites.link(jar, linked);
        assertThat(answersOfJar()).isEqualTo(new Samples().get()).hasSizeGreaterThan(15);
    }

    @Test
    void onlyWhatIsNotKnownStaysWithTheVirtualMachine() throws IOException {
        int before = callSitesOf(jar).size();
        int made = CallSites.link(jar, linked);
        // Three records have three methods each. What is serializable is made at a second place, too: where it is read
        // again.
        assertThat(callSitesOf(linked))
                .containsExactlyInAnyOrder("metafactory applyAsLong", "altMetafactory get", "altMetafactory get");
        assertThat(made).isGreaterThan(20).isEqualTo(before - 3 - 3 * 3);
    }

    @Test
    void whatHoldsNothingIsOneObject() throws Exception {
        CallSites.link(jar, linked);
        try (URLClassLoader loader = loader()) {
            Class<?> made = loader.loadClass(Samples.class.getName() + "$$Lambda1");
            assertThat(made.isSynthetic()).isTrue();
            assertThat(made.getNestHost().getName()).isEqualTo(Samples.class.getName());
            var factory = made.getDeclaredMethod(LambdaClass.FACTORY);
            factory.setAccessible(true);
            assertThat(factory.invoke(null)).isSameAs(factory.invoke(null));
        }
    }

    @Test
    void otherEntriesStayAsTheyAreAndInTheirPlaces() throws IOException {
        List<String> before = namesOf(jar);
        int made = CallSites.link(jar, linked);
        assertThat(namesOf(linked)).startsWith(before.toArray(String[]::new)).hasSize(before.size() + made);
        try (JarFile read = new JarFile(linked.toFile())) {
            assertThat(read.getInputStream(read.getEntry("texts/first.txt"))).hasContent("not a class");
        }
    }

    @Test
    void theSameClassesGiveTheSameJarWhichIsLeftAlone() throws IOException {
        CallSites.link(jar, linked);
        FileTime once = Files.getLastModifiedTime(linked);
        CallSites.link(jar, folder.resolve("again.jar"));
        assertThat(folder.resolve("again.jar")).hasSameBinaryContentAs(linked);
        CallSites.link(jar, linked);
        assertThat(Files.getLastModifiedTime(linked)).isEqualTo(once);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aJarThatIsBrokenIsReplaced() throws IOException {
        Files.writeString(linked, "half of a jar");
        assertThat(CallSites.link(jar, linked)).isPositive();
        assertThat(namesOf(linked)).isNotEmpty();
    }

    private List<String> answersOfJar() throws Exception {
        try (URLClassLoader loader = loader()) {
            Object samples =
                    loader.loadClass(Samples.class.getName()).getConstructor().newInstance();
            @SuppressWarnings("unchecked") // the same source as here
            Supplier<List<String>> answers = (Supplier<List<String>>) samples;
            return answers.get();
        }
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {linked.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static List<String> namesOf(Path jar) throws IOException {
        try (JarFile read = new JarFile(jar.toFile())) {
            return Collections.list(read.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    /** What makes the objects of call sites, and the methods that these have. */
    private static List<String> callSitesOf(Path jar) throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile read = new JarFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(read.entries())) {
                if (entry.getName().endsWith(".class")) {
                    new ClassReader(read.getInputStream(entry)).accept(noting(found), 0);
                }
            }
        }
        return found;
    }

    private static ClassVisitor noting(List<String> found) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... with) {
                        found.add(bootstrap.getName() + " " + called);
                    }
                };
            }
        };
    }
}
