package dev.headrace.rest.read;

import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonValue;
import dev.headrace.rest.definition.InheritedField;
import dev.headrace.rest.definition.ResourceDefinition;
import dev.headrace.rest.select.Selector;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields that records have themselves although they get them from the parent, under a name that the configuration
 * has chosen. Where both are the same nothing is lost. Each is told once; used by one thread.
 *
 * <p>Records of one resource look alike, and looking takes as long as reading a page does: only the first ones are looked at.
 */
final class Overwriting {

    private static final int PAGES = 100;

    private final String resource;
    private int looked;
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

    /**
     * Looks at the records of a page that has been read without a fault.
     *
     * @param additions what the records get
     */
    void look(PageBody body, Selector selector, List<Addition> additions, Consumer<String> warnings) {
        if (!names.isEmpty() && looked < PAGES) {
            looked++;
            Map<String, JsonSlice> given =
                    additions.stream().collect(Collectors.toMap(Addition::key, Addition::value, (a, b) -> b));
            Set<String> met = selector instanceof Selector.Keys path
                    ? new Walk(body, given).met(path.keys())
                    : met(selector.select(body.document()).orElse(List.of()), given);
            met.forEach(name -> tell(name, warnings));
        }
    }

    private void tell(String name, Consumer<String> warnings) {
        names.remove(name);
        warnings.accept(
                "Records of '" + resource + "' have a field '" + name + "' of their own, and 'include_from_parent' puts"
                        + " the parent's value in its place: their own is lost. Choose another name with 'as'.");
    }

    private Set<String> met(List<JsonValue> records, Map<String, JsonSlice> given) {
        Set<String> met = new LinkedHashSet<>(names.keySet());
        met.removeIf(name -> records.stream()
                .noneMatch(record -> record instanceof JsonObject object && differs(object, name, given)));
        return met;
    }

    private static boolean differs(JsonObject record, String name, Map<String, JsonSlice> given) {
        JsonValue own = record.member(name);
        return own != null && !isSame(own.bytes(), own.start(), own.end(), given.get(name));
    }

    private static boolean isSame(byte[] bytes, int start, int end, @Nullable JsonSlice given) {
        return given != null && Arrays.equals(bytes, start, end, given.bytes(), given.start(), given.end());
    }

    /** One way through the bytes of a page, so that no tree is made of them. */
    private final class Walk {

        private final byte[] bytes;
        private final Map<String, JsonSlice> given;
        private final JsonScanner scanner = new JsonScanner();
        private final Set<String> met = new LinkedHashSet<>();

        Walk(PageBody body, Map<String, JsonSlice> given) {
            this.bytes = body.bytes();
            this.given = given;
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
                String name = nameAt();
                scanner.peekValue();
                int start = scanner.position();
                scanner.skipValue();
                if (name != null && !isSame(bytes, start, scanner.position(), given.get(name))) {
                    met.add(name);
                }
            }
        }

        private @Nullable String nameAt() {
            for (Map.Entry<String, byte[]> name : names.entrySet()) {
                if (isAt(name.getValue())) {
                    return name.getKey();
                }
            }
            return null;
        }

        private boolean isAt(byte[] key) {
            return Arrays.equals(bytes, scanner.keyStart(), scanner.keyEnd(), key, 0, key.length);
        }
    }
}
