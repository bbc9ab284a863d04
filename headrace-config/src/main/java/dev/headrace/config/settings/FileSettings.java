package dev.headrace.config.settings;

import dev.headrace.Redactor;
import dev.headrace.Secret;
import dev.headrace.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Settings from the environment, then {@code secrets.toml}, then {@code config.toml}. The files are looked for in
 * {@code .headrace} and {@code .dlt} of the working directory, then of the home directory; the nearest that has a key wins.
 * Each of the three is asked for all paths before the next one is, and for a pipeline's own section before the common ones.
 *
 * <p>Values are text: a TOML number or boolean is given as it would be written. Files are read when first needed, at most
 * once. Safe for any number of threads.
 */
public final class FileSettings implements Settings {

    private static final List<String> FOLDERS = List.of(".headrace", ".dlt");

    private final List<SettingsPlace> places;
    private final Optional<String> pipeline;
    private final Redactor redactor;
    private final Set<String> warnings;

    private FileSettings(
            List<SettingsPlace> places, Optional<String> pipeline, Redactor redactor, Set<String> warnings) {
        this.places = places;
        this.pipeline = pipeline;
        this.redactor = redactor;
        this.warnings = warnings;
    }

    /** Settings of no particular pipeline: what placeholders in documents want. */
    public static FileSettings of(
            Path workingDirectory, Path home, Map<String, String> environment, Redactor redactor) {
        List<SettingsPlace> places = List.of(
                new EnvironmentPlace(environment),
                new TomlPlace(files(workingDirectory, home, "secrets.toml"), true),
                new TomlPlace(files(workingDirectory, home, "config.toml"), false));
        return new FileSettings(places, Optional.empty(), redactor, new ConcurrentSkipListSet<>());
    }

    private static List<TomlFile> files(Path workingDirectory, Path home, String name) {
        return Stream.of(workingDirectory, home)
                .flatMap(directory ->
                        FOLDERS.stream().map(folder -> directory.resolve(folder).resolve(name)))
                .distinct()
                .map(TomlFile::new)
                .toList();
    }

    /** The same, where the section named like the pipeline is asked before the common ones. */
    public FileSettings forPipeline(String name) {
        return new FileSettings(places, Optional.of(name), redactor, warnings);
    }

    @Override
    public Optional<String> find(List<String> paths) {
        return first(paths).map(SettingsPlace.Setting::value);
    }

    @Override
    public Optional<Secret> findSecret(List<String> paths) {
        Optional<SettingsPlace.Setting> found = first(paths);
        found.filter(setting -> !setting.secretsBelong())
                .ifPresent(setting -> warnings.add("A secret (" + String.join(" or ", paths) + ") stands in "
                        + setting.origin() + "; move it to secrets.toml beside it, which is not shared"));
        return found.map(setting -> redactor.learn(Secret.of(setting.value())));
    }

    /** What the user should know about values that were found so far; in alphabetical order. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private Optional<SettingsPlace.Setting> first(List<String> paths) {
        return passes(paths).stream()
                .flatMap(pass -> places.stream().flatMap(place -> pass.stream().map(place::find)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<List<String>> passes(List<String> paths) {
        List<List<String>> passes = new ArrayList<>();
        pipeline.ifPresent(
                name -> passes.add(paths.stream().map(path -> name + "." + path).toList()));
        passes.add(paths);
        return passes;
    }

    @Override
    public List<String> places(List<String> paths) {
        List<String> all = passes(paths).stream().flatMap(List::stream).toList();
        return places.stream().flatMap(place -> place.describe(all).stream()).toList();
    }
}
