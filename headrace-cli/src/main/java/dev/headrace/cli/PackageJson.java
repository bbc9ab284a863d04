package dev.headrace.cli;

import dev.headrace.engine.loadpackage.FailedPackage;
import dev.headrace.engine.loadpackage.KnownPackage;
import dev.headrace.engine.loadpackage.PackageTarget;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packages for other programs. Times are ISO 8601 in UTC. */
final class PackageJson {

    private PackageJson() {}

    static Map<String, @Nullable Object> of(PackagePlace.Found found) {
        KnownPackage known = found.known();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", found.id());
        json.put("pipeline", found.pipeline());
        json.put("stage", known.stage().folder());
        json.put("begun_at", known.at().toString());
        json.put("source", known.source().orElse(null));
        json.put("destination", known.target().map(PackageJson::target).orElse(null));
        json.put("rows", known.rows());
        json.put("bytes", known.bytes());
        json.put("state_version", known.stateVersion().orElse(null));
        json.put("resets", known.takesAway());
        json.put("tables", known.tables().stream().map(PackageJson::table).toList());
        json.put("failure", known.failure().map(PackageJson::failure).orElse(null));
        json.put("problem", known.problem().orElse(null));
        json.put("folder", known.folder().toString());
        return json;
    }

    private static Map<String, @Nullable Object> target(PackageTarget target) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", target.type());
        json.put("location", target.location());
        json.put("dataset", target.dataset());
        return json;
    }

    private static Map<String, @Nullable Object> table(KnownPackage.Table table) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("table", table.name());
        json.put("disposition", table.disposition().isEmpty() ? null : table.disposition());
        json.put("deletes", table.deletes().map(KnownPackage.Deletes::rule).orElse(null));
        json.put("max_delete", table.deletes().map(KnownPackage.Deletes::limit).orElse(null));
        json.put("rows", table.rows());
        json.put("parts", (long) table.parts());
        json.put("bytes", table.bytes());
        json.put("columns", table.columns());
        return json;
    }

    private static Map<String, @Nullable Object> failure(FailedPackage failure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("failed_at", failure.at().toString());
        json.put("reason", failure.reason());
        return json;
    }
}
