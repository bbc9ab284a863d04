package dev.headrace.testkit.conformance;

import dev.headrace.json.JsonArray;
import dev.headrace.json.JsonObject;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.json.JsonText;
import dev.headrace.json.JsonTree;
import dev.headrace.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads case files. Bodies and configurations keep the exact text they have in the file: {@code 1.0} stays {@code 1.0}. */
public final class CaseFile {

    private CaseFile() {}

    /** All cases below a folder, in the order of their paths. */
    public static List<ConformanceCase> readAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<ConformanceCase> cases = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                cases.add(read(file));
            }
            return cases;
        }
    }

    static ConformanceCase read(Path file) throws IOException {
        JsonObject root = (JsonObject) JsonTree.parse(Files.readString(file));
        Map<String, @Nullable Object> document = root.toJava();
        List<CaseRun> runs = new ArrayList<>();
        for (JsonValue run : ((JsonArray) member(root, "runs")).elements()) {
            runs.add(readRun(root, document, (JsonObject) run));
        }
        return new ConformanceCase(
                Json.text(document.get("area"), ""),
                Json.text(document.get("name"), ""),
                Json.text(document.get("description"), ""),
                document,
                runs);
    }

    private static CaseRun readRun(JsonObject root, Map<String, @Nullable Object> document, JsonObject run) {
        JsonValue own = run.member("config");
        String config = (own == null ? member(root, "config") : own).source();
        List<Route> routes = new ArrayList<>();
        for (JsonValue route : ((JsonArray) member(run, "routes")).elements()) {
            JsonValue json = ((JsonObject) route).member("json");
            routes.add(new Route(((JsonObject) route).toJava(), json == null ? null : json.source()));
        }
        return new CaseRun(config, routes, CaseRun.over(document, run.toJava()));
    }

    private static JsonValue member(JsonObject object, String key) {
        return Objects.requireNonNull(object.member(key), key);
    }

    /** The value of a JSON text. */
    static @Nullable Object parse(String json) {
        return JsonTree.parse(json).toJava();
    }

    /** The object or list that a text is; null when it is anything else or no JSON. */
    static @Nullable Object parseContainer(String text) {
        try {
            Object value = parse(text);
            return value instanceof Map || value instanceof List ? value : null;
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    static String write(@Nullable Object value) {
        return JsonText.write(value);
    }
}
