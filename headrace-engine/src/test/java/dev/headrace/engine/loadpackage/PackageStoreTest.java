package dev.headrace.engine.loadpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headrace.DataException;
import dev.headrace.engine.column.ColumnBuffer;
import dev.headrace.engine.column.TableBatch;
import dev.headrace.load.LoadPackage;
import dev.headrace.load.PartFile;
import dev.headrace.schema.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageStoreTest {

    @TempDir
    private Path folder;

    @Test
    void findsAPackageAgainAsItWasWritten() {
        LoadPackage written;
        try (PackageStore store = Packages.open(folder)) {
            written = Packages.write(store);
        }

        try (PackageStore store = Packages.open(folder)) {
            assertThat(store.pending()).containsExactly(written);
        }
    }

    @Test
    void listsPendingPackagesByLoadId() {
        try (PackageStore store = Packages.open(folder)) {
            List<LoadPackage> written =
                    IntStream.range(0, 12).mapToObj(i -> Packages.write(store)).toList();

            assertThat(store.pending()).containsExactlyElementsOf(written);
            assertThat(written).extracting(LoadPackage::id).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsOnlyTheManifestOfCommittedPackages() {
        try (PackageStore store = Packages.open(folder)) {
            LoadPackage written = Packages.write(store);
            store.archive(written);

            assertThat(store.pending()).isEmpty();
            assertThat(files("committed")).containsExactly(written.id() + "/manifest.json");
        }
    }

    @Test
    void keepsTheNewestManifests() {
        try (PackageStore store = Packages.open(folder)) {
            List<String> ids = IntStream.range(0, 13)
                    .mapToObj(i -> {
                        LoadPackage written = Packages.write(store);
                        store.archive(written);
                        return written.id() + "/manifest.json";
                    })
                    .toList();

            assertThat(files("committed")).containsExactlyElementsOf(ids.subList(3, 13));
        }
    }

    @Test
    void remembersWhichPartsHaveOrigins() {
        try (PackageStore store = Packages.open(folder)) {
            try (PackageWriter writer = store.begin()) {
                TableBatch batch = Packages.batch();
                batch.add(ColumnBuffer.of(PartFile.ORIGIN, DataType.BIGINT));
                Packages.fill(writer.open("events"), batch, 0, 3);
                Packages.finish(writer);
            }

            PartFile part = store.pending().get(0).tables().get(0).parts().get(0);
            assertThat(part.columns()).containsExactly("n");
            assertThat(part.hasOrigin()).isTrue();
        }
    }

    @Test
    void keepsPackagesThatWereGivenUpWhole() {
        try (PackageStore store = Packages.open(folder)) {
            store.fail(Packages.write(store).id(), "does not fit");

            assertThat(store.pending()).isEmpty();
            assertThat(files("failed")).hasSize(3);
            assertThat(store.failed()).extracting(FailedPackage::reason).containsExactly("does not fit");
        }
    }

    @Test
    void continuesTheLoadIdsOfEarlierRuns() {
        LoadPackage first;
        try (PackageStore store = Packages.open(folder)) {
            first = Packages.write(store);
            store.archive(first);
        }

        try (PackageStore store = Packages.open(folder)) {
            assertThat(store.begin().id()).isGreaterThan(first.id());
        }
    }

    @Test
    void removesWhatARunThatDiedLeftHalfWritten() throws IOException {
        Path leftover = folder.resolve("packages/new/1705312800.000001");
        Files.createDirectories(leftover);
        Files.writeString(leftover.resolve("0000-events.000.parquet"), "PAR1");

        try (PackageStore store = Packages.open(folder)) {
            assertThat(store.pending()).isEmpty();
        }

        assertThat(leftover).doesNotExist();
    }

    @Test
    void removesWhatWasNotDeletedAfterACommit() throws IOException {
        Path committed = folder.resolve("packages/committed/1705312800.000001");
        Files.createDirectories(committed);
        Files.writeString(committed.resolve("manifest.json"), "{}");
        Files.writeString(committed.resolve("0000-events.000.parquet"), "PAR1");

        Packages.open(folder).close();

        assertThat(files("committed")).containsExactly("1705312800.000001/manifest.json");
    }

    @Test
    void noticesMissingManifests() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            Path written = packageFolder(Packages.write(store));
            Files.delete(written.resolve("manifest.json"));

            assertDamaged(store, "its manifest.json is missing");
        }
    }

    @Test
    void noticesEachChangedByteOfAManifest() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            LoadPackage written = Packages.write(store);
            Path manifest = packageFolder(written).resolve("manifest.json");
            byte[] whole = Files.readAllBytes(manifest);
            for (int i = 0; i < whole.length - 1; i++) {
                byte[] changed = whole.clone();
                changed[i] ^= 1;
                Files.write(manifest, changed);
                assertThatExceptionOfType(DamagedPackageException.class)
                        .as("byte %d", i)
                        .isThrownBy(() -> ManifestReader.read(packageFolder(written), Packages.TARGET))
                        .withMessageContaining("manifest");
            }
            Files.write(manifest, whole);
            assertThat(store.pending()).containsExactly(written);
        }
    }

    @Test
    void noticesBytesOfAManifestThatAreNoText() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            Path manifest = packageFolder(Packages.write(store)).resolve("manifest.json");
            byte[] content = Files.readAllBytes(manifest);
            content[content.length / 2] = (byte) 0xff;
            Files.write(manifest, content);

            assertDamaged(store, "its manifest.json is not as it was written");
        }
    }

    @Test
    void takesManifestsOfEarlierVersionsThatHaveNoChecksum() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            LoadPackage written = Packages.write(store);
            Path manifest = packageFolder(written).resolve("manifest.json");
            String sealed = Files.readString(manifest);
            Files.writeString(manifest, withoutSeal(sealed));

            assertThat(sealed).startsWith("{\"crc\":\"");
            assertThat(store.pending()).containsExactly(written);
        }
    }

    private static String withoutSeal(String manifest) {
        return manifest.replaceFirst("\"crc\":\"[0-9a-f]{8}\",", "");
    }

    @Test
    void noticesTruncatedParts() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            PartFile part = onlyPart(Packages.write(store));
            try (var channel = Files.newByteChannel(part.file(), StandardOpenOption.WRITE)) {
                channel.truncate(part.bytes() - 1);
            }

            assertDamaged(store, "has " + (part.bytes() - 1) + " bytes instead of " + part.bytes());
        }
    }

    @Test
    void noticesChangedParts() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            PartFile part = onlyPart(Packages.write(store));
            byte[] content = Files.readAllBytes(part.file());
            content[content.length / 2] ^= 1;
            Files.write(part.file(), content);

            assertDamaged(store, "has changed");
        }
    }

    @Test
    void noticesMissingParts() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            Files.delete(onlyPart(Packages.write(store)).file());

            assertDamaged(store, "is missing");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"format\":1", "{}", "[]", "{\"format\":1,\"schema\":\"{}\"}"})
    void noticesManifestsThatAreNone(String text) throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            Files.writeString(packageFolder(Packages.write(store)).resolve("manifest.json"), text);

            assertDamaged(store, "its ");
        }
    }

    @Test
    void leavesPackagesOfOtherVersionsAlone() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            Path written = packageFolder(Packages.write(store));
            Files.writeString(written.resolve("manifest.json"), "{\"format\":2}");

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(store::pending)
                    .withMessageContaining("manifest has format 2")
                    .withMessageContaining("Another version of Headrace");
            assertThat(written).exists();
        }
    }

    private static void assertDamaged(PackageStore store, String reason) {
        assertThat(store.pending()).isEmpty();
        assertThat(store.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).contains(reason, "never loaded"));
    }

    @Test
    void takesPackagesThatDoNotTellTheirDestination() throws IOException {
        try (PackageStore store = Packages.open(folder)) {
            LoadPackage written = Packages.write(store);
            Path manifest = packageFolder(written).resolve("manifest.json");
            String json = Files.readString(manifest);
            String older = withoutSeal(json).replaceFirst("\"destination\":\\{[^}]*},", "");
            Files.writeString(manifest, older);

            assertThat(older).isNotEqualTo(json);
            assertThat(store.pending()).containsExactly(written);
        }
    }

    @Test
    void saysWhatToDoWhenTheFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Packages.open(file.resolve("calendar")))
                .withMessageContaining("--pipelines-dir");
    }

    private static Path packageFolder(LoadPackage written) {
        return Objects.requireNonNull(onlyPart(written).file().getParent());
    }

    private static PartFile onlyPart(LoadPackage written) {
        return written.tables().get(0).parts().get(0);
    }

    private List<String> files(String stage) {
        Path root = folder.resolve("packages").resolve(stage);
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
