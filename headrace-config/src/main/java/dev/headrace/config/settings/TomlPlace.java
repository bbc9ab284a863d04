package dev.headrace.config.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of one name, nearest folder first; the nearest that has a path wins. */
record TomlPlace(List<TomlFile> files, boolean secretsBelong) implements SettingsPlace {

    TomlPlace {
        files = List.copyOf(files);
    }

    @Override
    public Optional<Setting> find(String path) {
        for (TomlFile file : files) {
            Optional<String> value = file.find(path);
            if (value.isPresent()) {
                return value.map(found -> new Setting(found, file.path().toString(), secretsBelong));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> describe(List<String> paths) {
        List<String> lines = new ArrayList<>();
        for (TomlFile file : files) {
            lines.add(file.exists() ? file.path() + ": " + String.join(", ", paths) : file.path() + " (no such file)");
        }
        return lines;
    }
}
