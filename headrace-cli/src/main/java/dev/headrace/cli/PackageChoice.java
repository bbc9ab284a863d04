package dev.headrace.cli;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.Suggestions;
import dev.headrace.load.PackageCompression;
import java.util.Arrays;
import java.util.List;

/** How load packages are to be written, as words of a file or a call say it. */
final class PackageChoice {

    private PackageChoice() {}

    /** @throws dev.headrace.ConfigException when there is no such compression */
    static PackageCompression compression(ConfigNode node) {
        List<String> known = Arrays.stream(PackageCompression.values())
                .map(PackageCompression::label)
                .toList();
        int index = known.indexOf(node.text());
        if (index < 0) {
            throw node.error(
                    "unknown compression '" + node.text() + "'" + Suggestions.among(node.text(), "Known", known));
        }
        return PackageCompression.values()[index];
    }
}
