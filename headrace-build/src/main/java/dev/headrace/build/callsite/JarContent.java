package dev.headrace.build.callsite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The content of a jar by name. Entries keep their order: tools expect the manifest first. */
final class JarContent {

    private static final String CLASS = ".class";
    /** Of all entries, so that the same classes give the same jar. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    /** Of classes that were added; sorted for the same reason. */
    private final Map<String, byte[]> added = new TreeMap<>();

    static JarContent read(Path file) throws IOException {
        JarContent jar = new JarContent();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    jar.entries.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return jar;
    }

    void replaceClasses(UnaryOperator<byte[]> change) {
        entries.replaceAll((name, content) -> isClass(name) ? change.apply(content) : content);
    }

    private static boolean isClass(String name) {
        return name.endsWith(CLASS) && !name.endsWith("-info.class") && !name.startsWith("META-INF/");
    }

    /** @param name with slashes */
    void addClass(String name, byte[] content) {
        added.put(name + CLASS, content);
    }

    /** The file is whole at any time, whatever stops the program; one with this content is left alone. */
    void write(Path file) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(written))) {
            write(entries, zip);
            write(added, zip);
        }
        if (Files.exists(file) && Files.mismatch(written, file) < 0) {
            Files.delete(written);
        } else {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Map<String, byte[]> entries, ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            ZipEntry written = new ZipEntry(entry.getKey());
            written.setTimeLocal(TIME);
            zip.putNextEntry(written);
            zip.write(entry.getValue());
            zip.closeEntry();
        }
    }
}
