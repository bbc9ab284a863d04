package dev.headrace.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FinishJarsTest {

    @TempDir
    Path folder;

    @Test
    void jarsAreCopiedAndTheirClassesListedWithThoseThatWereMade() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        makeJar("one-1.jar", WithLambda.class);
        makeJar("two-1.jar", WithoutLambda.class);
        Path list = copies.resolve("own.classes");
        FinishJars.main(new String[] {folder.toString(), copies.toString(), list.toString()});
        String name = WithLambda.class.getName();
        assertThat(list).hasContent(name + "\n" + name + "$$Lambda1\n" + WithoutLambda.class.getName() + "\n");
        assertThat(copies.resolve("one-1.jar")).isNotEmptyFile();
        assertThat(copies.resolve("two-1.jar")).isNotEmptyFile();
    }

    private void makeJar(String name, Class<?> content) throws IOException {
        Path jar = folder.resolve(name);
        String entry = content.getName().replace('.', '/') + ".class";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                InputStream bytes = Objects.requireNonNull(FinishJarsTest.class.getResourceAsStream("/" + entry))) {
            zip.putNextEntry(new ZipEntry("some/package-info.class"));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes.readAllBytes());
        }
    }

    static final class WithLambda {

        Runnable lambda() {
            return () -> {};
        }
    }

    static final class WithoutLambda {}
}
