package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.schema.History;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads how the merge strategy {@code scd2} keeps versions. */
final class HistoryParser {

    static final List<String> KEYS = List.of(
            "validity_column_names", "active_record_timestamp", "boundary_timestamp", "row_version_column_name");

    private HistoryParser() {}

    /** @param disposition an object with any of the {@link #KEYS} */
    static History parse(ConfigNode disposition) {
        Problems problems = new Problems();
        Supplier<List<String>> names = problems.part(() -> disposition
                .present("validity_column_names")
                .map(HistoryParser::names)
                .orElse(List.of(
                        History.standard().validFrom(), History.standard().validTo())));
        Supplier<Optional<String>> active = problems.part(() -> moment(disposition, "active_record_timestamp"));
        Supplier<Optional<String>> boundary = problems.part(() -> moment(disposition, "boundary_timestamp"));
        Supplier<Optional<String>> version = problems.part(() -> disposition.text("row_version_column_name"));
        return problems.whole(() -> new History(
                names.get().get(0),
                names.get().get(1),
                active.get().orElse(null),
                boundary.get().orElse(null),
                version.get().orElse(null)));
    }

    private static List<String> names(ConfigNode node) {
        List<String> names = Choices.texts(node);
        if (names.size() != 2 || names.get(0).equals(names.get(1))) {
            throw node.error("two different columns are needed, for when a version begins and when it ends; found "
                    + String.join(", ", names));
        }
        return names;
    }

    private static Optional<String> moment(ConfigNode disposition, String key) {
        return disposition.present(key).map(HistoryParser::moment);
    }

    /** As it is written: the schema document keeps it so. */
    private static String moment(ConfigNode node) {
        if (node.kind() == Kind.INTEGER) {
            return Instant.ofEpochSecond(node.integer()).toString();
        }
        String text = node.text();
        try {
            History.moment(text);
        } catch (DateTimeException e) {
            throw node.error("'" + text + "' is no point in time; write it like 2024-01-31 or 2024-01-31T08:00:00Z");
        }
        return text;
    }
}
