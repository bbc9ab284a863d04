package dev.headrace.rest.read;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.definition.InheritedField;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.select.Selector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the fields that records have themselves although they get them from the parent, under a name that the configuration
 * has chosen. Each is told once; used by one thread.
 */
final class Overwriting {

    private final String resource;
    /** The names that have not been met, with their bytes in JSON. */
    private final Map<String, byte[]> names = new LinkedHashMap<>();

    private Overwriting(String resource) {
        this.resource = resource;
    }

    static Overwriting of(ResourceDefinition resource) {
        Overwriting overwriting = new Overwriting(resource.name());
        resource.inherited().stream()
                .filter(InheritedField::isRenamed)
                .map(InheritedField::name)
                .forEach(name -> overwriting.names.put(name, bytes(name)));
        return overwriting;
    }

    private static byte[] bytes(String name) {
        String quoted = JsonText.write(name);
        return quoted.substring(1, quoted.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    /** Looks at the records of a page that has been read without a fault. */
    void look(PageBody body, Selector selector, Consumer<String> warnings) {
        if (!names.isEmpty()) {
            Set<String> met = selector instanceof Selector.Keys path
                    ? new Walk(body).met(path.keys())
                    : met(selector.select(body.document()).orElse(List.of()));
            met.forEach(name -> tell(name, warnings));
        }
    }

    private void tell(String name, Consumer<String> warnings) {
        names.remove(name);
        warnings.accept(
                "Records of '" + resource + "' have a field '" + name + "' of their own, and 'include_from_parent' puts"
                        + " the parent's value in its place: their own is lost. Choose another name with 'as'.");
    }

    private Set<String> met(List<JsonValue> records) {
        Set<String> met = new LinkedHashSet<>(names.keySet());
        met.removeIf(name -> records.stream()
                .noneMatch(record -> record instanceof JsonObject object && object.member(name) != null));
        return met;
    }

    /** One way through the bytes of a page, so that no tree is made of them. */
    private final class Walk {

        private final byte[] bytes;
        private final JsonScanner scanner = new JsonScanner();
        private final Set<String> met = new LinkedHashSet<>();

        Walk(PageBody body) {
            this.bytes = body.bytes();
            scanner.reset(bytes, body.start(), body.end());
        }

        Set<String> met(List<String> path) {
            through(path);
            return met;
        }

        private void through(List<String> path) {
            int kind = scanner.peekValue();
            if (path.isEmpty()) {
                records(kind);
            } else if (kind == JsonScanner.OBJECT) {
                byte[] wanted = bytes(path.get(0));
                scanner.beginObject();
                while (scanner.nextKey()) {
                    through(path, wanted);
                }
            } else {
                scanner.skipValue();
            }
        }

        private void through(List<String> path, byte[] wanted) {
            if (isAt(wanted)) {
                through(path.subList(1, path.size()));
            } else {
                scanner.skipValue();
            }
        }

        private void records(int kind) {
            if (kind != JsonScanner.ARRAY) {
                record(kind);
                return;
            }
            scanner.beginArray();
            while (scanner.nextElement()) {
                record(scanner.peekValue());
            }
        }

        private void record(int kind) {
            if (kind != JsonScanner.OBJECT) {
                scanner.skipValue();
                return;
            }
            scanner.beginObject();
            while (scanner.nextKey()) {
                names.forEach((name, key) -> {
                    if (isAt(key)) {
                        met.add(name);
                    }
                });
                scanner.skipValue();
            }
        }

        private boolean isAt(byte[] key) {
            return Arrays.equals(bytes, scanner.keyStart(), scanner.keyEnd(), key, 0, key.length);
        }
    }
}
