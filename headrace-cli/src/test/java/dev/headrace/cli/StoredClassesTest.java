package dev.headrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredClassesTest {

    @TempDir
    Path folder;

    @Test
    void whatTheListNamesIsLoaded() throws IOException {
        List<String> loaded = new ArrayList<>();
        ClassLoader noting = new ClassLoader(StoredClassesTest.class.getClassLoader()) {
            @Override
            public Class<?> loadClass(String name) throws ClassNotFoundException {
                loaded.add(name);
                return super.loadClass(name);
            }
        };
        StoredClasses.load(list("dev.headrace.cli.Main", "dev.headrace.cli.StoredClassesTest$Nested"), noting);
        assertThat(loaded).containsExactly("dev.headrace.cli.Main", "dev.headrace.cli.StoredClassesTest$Nested");
    }

    @Test
    void aNameWithoutAClassIsAnError() throws IOException {
        Path list = list("dev.headrace.cli.Nowhere");
        assertThatThrownBy(() -> StoredClasses.load(list, StoredClassesTest.class.getClassLoader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(list.toString())
                .hasMessageContaining("dev.headrace.cli.Nowhere");
    }

    private Path list(String... names) throws IOException {
        return Files.write(folder.resolve("own.classes"), List.of(names));
    }

    static final class Nested {}
}
