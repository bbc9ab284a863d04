package dev.headrace.config.settings;

import dev.headrace.ConfigException;
import dev.headrace.config.tree.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** A TOML file that may not exist. It is read when a value is first asked for; safe for any number of threads. */
final class TomlFile {

    private final Path path;
    private @Nullable Optional<TomlTable> content;

    TomlFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.isRegularFile(path);
    }

    /** The text of a single value; a list as JSON; empty for a table. */
    Optional<String> find(String dottedPath) {
        return content()
                .map(table -> value(table, List.of(dottedPath.split("\\."))))
                .flatMap(TomlFile::text);
    }

    private static @Nullable Object value(TomlTable table, List<String> keys) {
        Object value = table;
        for (String key : keys) {
            value = value instanceof TomlTable inner && !key.isEmpty() ? inner.get(List.of(key)) : null;
        }
        return value;
    }

    private static Optional<String> text(Object value) {
        if (value instanceof TomlTable) {
            return Optional.empty();
        }
        return Optional.of(value instanceof TomlArray list ? list.toJson() : value.toString());
    }

    private synchronized Optional<TomlTable> content() {
        Optional<TomlTable> known = content;
        if (known == null) {
            known = exists() ? Optional.of(parse()) : Optional.empty();
            content = known;
        }
        return known;
    }

    private TomlTable parse() {
        String text = read();
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().get(0);
            SourceText source = SourceText.of(path.toString(), text);
            throw source.error(
                    source.place(first.position().line(), first.position().column()),
                    "cannot read this as TOML: " + withoutValues(String.valueOf(first.getMessage())));
        }
        return result;
    }

    /** The parser quotes the text that it stumbled over, which in this file may be part of a secret. */
    private static String withoutValues(String message) {
        return message.startsWith("Unexpected '")
                ? "unexpected text; texts stand in double quotes, as in key = \"value\""
                : message.replaceAll("'[^']{2,}'", "'...'");
    }

    private String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new ConfigException("Cannot read " + path + ": " + e + ". Check its rights and that it is UTF-8", e);
        }
    }
}
