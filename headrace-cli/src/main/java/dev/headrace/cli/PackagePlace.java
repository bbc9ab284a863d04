package dev.headrace.cli;

import dev.headrace.ConfigException;
import dev.headrace.config.Suggestions;
import dev.headrace.engine.Pipeline;
import dev.headrace.engine.loadpackage.KnownPackage;
import dev.headrace.engine.loadpackage.PackageFolder;
import dev.headrace.engine.loadpackage.PackageTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where packages are looked for: in the folder of one pipeline, or in those of all. */
final class PackagePlace {

    private final LoadOptions options;
    private final ProgramEnvironment environment;
    private final Optional<SchemaPlace> configured;
    private final boolean hasFile;

    /** @param file a configuration; without one, and without {@code --pipeline}, all pipelines are meant */
    PackagePlace(LoadOptions options, ProgramEnvironment environment, Optional<String> file) {
        this.options = options;
        this.environment = environment;
        this.configured = file.isPresent() || options.text("pipeline").isPresent()
                ? Optional.of(SchemaPlace.of(options, environment, file))
                : Optional.empty();
        this.hasFile = file.isPresent();
    }

    /** A package and whose it is. */
    record Found(String pipeline, PackageFolder folder, KnownPackage known) {

        String id() {
            return known.id().value();
        }
    }

    /** The folder, for people. */
    String where() {
        return configured
                .map(place -> place.files().folder())
                .orElse(directory())
                .toString();
    }

    private Path directory() {
        return environment.resolve(options.pipelinesDirectory());
    }

    /** By pipeline, then by load id. */
    List<Found> packages() {
        return configured
                .map(place -> packages(place.pipeline(), place.files().folder()).toList())
                .orElseGet(this::packagesOfAll);
    }

    private List<Found> packagesOfAll() {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory())) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(folder -> packages(folder.getFileName().toString(), folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + directory() + ": " + e.getMessage(), e);
        }
    }

    private static Stream<Found> packages(String pipeline, Path folder) {
        PackageFolder packages = new PackageFolder(folder);
        return packages.list().stream()
                .sorted(Comparator.comparing(KnownPackage::id))
                .map(known -> new Found(pipeline, packages, known));
    }

    /** @throws ConfigException when there is no package of that id; names the nearest */
    Found find(String id) {
        List<Found> all = packages();
        List<Found> found = all.stream().filter(each -> each.id().equals(id)).toList();
        if (found.size() > 1) {
            throw new ConfigException("Cannot tell which package " + id + " is meant: pipelines "
                    + String.join(", ", found.stream().map(Found::pipeline).toList())
                    + " have one. Name one with --pipeline.");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(
                        () -> new ConfigException("Cannot find package " + id + " in " + where() + nearest(id, all)));
    }

    private static String nearest(String id, List<Found> all) {
        if (all.isEmpty()) {
            return ": there are none.";
        }
        List<String> ids = all.stream().map(Found::id).toList();
        String meant = Suggestions.didYouMean(id, ids);
        return (meant.isBlank() || meant.equals(".") ? ". Known: " + String.join(", ", ids) + "." : meant);
    }

    /** The pipeline of a package with the destination of the configuration; without one, with that of the package. */
    Pipeline pipeline(Found found) {
        boolean named = hasFile || options.text("destination").isPresent();
        SchemaPlace place = configured.orElseGet(() -> SchemaPlace.ofPipeline(options, environment, found.pipeline()));
        Optional<PackageTarget> target =
                named ? Optional.empty() : found.known().target();
        Pipeline pipeline = Pipeline.named(found.pipeline())
                .pipelinesDirectory(directory())
                .clock(environment.clock())
                .sleeper(environment.sleeper())
                .redactor(environment.redactor())
                .stopWhen(environment.stopRequested())
                .destination(place.destination(target.map(PackageTarget::specification)))
                // The name stands there as the destination has it.
                .naming("direct");
        String dataset = target.map(PackageTarget::dataset).orElseGet(place::dataset);
        return pipeline.dataset(dataset);
    }
}
