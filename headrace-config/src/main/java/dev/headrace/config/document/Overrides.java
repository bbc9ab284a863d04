package dev.headrace.config.document;

import dev.headrace.ConfigException;
import dev.headrace.config.tree.Place;
import dev.headrace.config.tree.SourceText;
import dev.headrace.config.tree.Tree;
import dev.headrace.config.yaml.YamlReader;
import java.util.List;
import java.util.Map;

/** Lays {@code path=value} texts over a document. */
final class Overrides {

    static final Place PLACE = Place.of("--set");

    private Overrides() {}

    static DocumentShape apply(List<String> overrides, DocumentShape document) {
        DocumentShape result = document;
        for (String override : overrides) {
            int equals = override.indexOf('=');
            if (equals <= 0) {
                throw new ConfigException("Cannot use --set " + (equals < 0 ? override : "=...")
                        + ": expected path=value, such as" + " client.base_url=https://api.example.com");
            }
            String path = override.substring(0, equals).strip();
            result = new OverridePath(path).set(result, value(path, override.substring(equals + 1)));
        }
        return result;
    }

    /** Only what starts like a list, an object or a quoted text needs the YAML reader. */
    private static Tree value(String path, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || "[{\"'".indexOf(stripped.charAt(0)) < 0) {
            return YamlReader.plain(stripped, PLACE);
        }
        try {
            return moved(YamlReader.read(SourceText.of("--set", stripped)));
        } catch (ConfigException e) {
            throw new ConfigException(
                    "Cannot use --set " + path + "=...: its value is no YAML. Put it in quotes for the"
                            + " shell, and close every bracket and quote",
                    e);
        }
    }

    private static Tree moved(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            Tree.Mapping empty = new Tree.Mapping(PLACE, Map.of());
            for (var entry : mapping.entries().entrySet()) {
                empty = empty.with(
                        entry.getKey(),
                        new Tree.Entry(PLACE, moved(entry.getValue().value())));
            }
            return empty;
        }
        if (tree instanceof Tree.Sequence sequence) {
            return new Tree.Sequence(
                    PLACE, sequence.elements().stream().map(Overrides::moved).toList());
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        return new Tree.Scalar(PLACE, scalar.value(), scalar.text());
    }
}
