package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.json.path.JsonPathException;
import dev.headrace.rest.incremental.BoundaryKey;
import dev.headrace.rest.incremental.Cursor;
import dev.headrace.rest.incremental.CursorPath;
import dev.headrace.rest.incremental.CursorTime;
import dev.headrace.rest.incremental.Direction;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.incremental.Lag;
import dev.headrace.rest.incremental.MissingCursor;
import dev.headrace.rest.incremental.RowOrder;
import dev.headrace.rest.incremental.Window;
import dev.headrace.rest.limit.DurationText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one {@code incremental}, wherever it stands; used once. */
final class IncrementalParser {

    private static final CursorPath ANY_FIELD = CursorPath.parse("cursor");

    private final ConfigNode node;
    private final ConfigNode resource;
    private final Settings settings;
    private final Problems problems = new Problems();

    /**
     * @param resource gives the primary key where {@code node} has none
     * @param settings where the interval of an external scheduler is found
     */
    IncrementalParser(ConfigNode node, ConfigNode resource, Settings settings) {
        this.node = node;
        this.resource = resource;
        this.settings = settings;
    }

    IncrementalDefinition parse() {
        Supplier<CursorPath> path = problems.part(() -> path(node));
        Supplier<Direction> direction =
                problems.part(() -> required("last_value_func", Direction.class, Direction::label, Direction.MAX));
        Supplier<Optional<CursorTime>> format = problems.part(() -> format("cursor_format"));
        Supplier<BoundaryKey> key = problems.part(this::key);
        Supplier<Optional<RowOrder>> order = problems.part(() -> choice("row_order", RowOrder.class, RowOrder::label));
        Supplier<MissingCursor> missing = problems.part(() ->
                required("on_cursor_value_missing", MissingCursor.class, MissingCursor::label, MissingCursor.RAISE));
        Supplier<Optional<CursorTime>> conversion = problems.part(this::conversion);
        Supplier<Optional<Window>> window = problems.part(this::window);
        // what values are does not depend on the field in which they stand, which may have problems of its own
        CursorPath field = new Problems().attempt(path).orElse(ANY_FIELD);
        Supplier<Cursor> anyField = () -> cursor(() -> field, direction, format);
        IncrementalRange range = new IncrementalRange(node, problems, anyField, settings);
        Supplier<Lag> lag = range.lag();
        problems.check(() -> conversion.get().ifPresent(to -> range.checkConversion()));
        problems.check(() -> window.get().ifPresent(step -> range.checkWindow()));
        return problems.whole(() -> new IncrementalDefinition(
                cursor(path, direction, format),
                range.bounds(),
                lag.get(),
                key.get(),
                order.get().orElse(null),
                missing.get(),
                conversion.get().orElse(null),
                window.get().orElse(null),
                attributes()));
    }

    private static Cursor cursor(
            Supplier<CursorPath> path, Supplier<Direction> direction, Supplier<Optional<CursorTime>> format) {
        return new Cursor(path.get(), direction.get(), format.get().orElse(null));
    }

    /** Where the cursor is in a record. */
    static CursorPath path(ConfigNode node) {
        ConfigNode path = node.present("cursor_path")
                .orElseThrow(() -> node.error(
                        "cursor_path",
                        "'cursor_path' is required: the field by which new records are told from old ones"));
        try {
            return CursorPath.parse(path.text());
        } catch (JsonPathException e) {
            throw path.error("cannot read the cursor_path '" + path.text() + "': " + e.getMessage());
        }
    }

    /** A null is as good as none: the resource's key counts then. */
    private BoundaryKey key() {
        Optional<ConfigNode> key = node.present("primary_key").or(() -> resource.present("primary_key"));
        if (key.isEmpty()) {
            return BoundaryKey.wholeRow();
        }
        boolean own = node.present("primary_key").isPresent();
        List<String> columns = Choices.columns(key.get());
        if (key.get().kind() == Kind.TEXT) {
            return BoundaryKey.of(columns.get(0));
        }
        return columns.isEmpty() && !own ? BoundaryKey.wholeRow() : BoundaryKey.of(columns);
    }

    private Optional<CursorTime> conversion() {
        return node.present("convert").map(convert -> {
            if (convert.kind() == Kind.OBJECT) {
                convert.onlyKeys(List.of("to"));
                return format(convert.require("to"));
            }
            return format(convert);
        });
    }

    private Optional<CursorTime> format(String key) {
        return node.present(key).map(IncrementalParser::format);
    }

    private static CursorTime format(ConfigNode format) {
        try {
            return CursorTime.named(format.text());
        } catch (IllegalArgumentException e) {
            throw format.error("'" + format.text() + "' is no notation of time: " + e.getMessage()
                    + ". Known: iso, date, epoch_seconds, epoch_milliseconds, or a pattern such as dd.MM.uuuu HH:mm");
        }
    }

    private Optional<Window> window() {
        return node.present("window").map(window -> {
            window.requireObject().onlyKeys(List.of("step"));
            return new Window(DurationText.readPositive(window.require("step")));
        });
    }

    private <E extends Enum<E>> Optional<E> choice(String key, Class<E> type, Function<E, String> label) {
        return node.present(key).map(value -> Choices.constant(value, type, label));
    }

    /** For keys whose explicit null is no choice. */
    private <E extends Enum<E>> E required(String key, Class<E> type, Function<E, String> label, E otherwise) {
        return node.find(key).map(value -> Choices.constant(value, type, label)).orElse(otherwise);
    }

    /** What placeholders may ask for besides the four values. */
    private Map<String, @Nullable Object> attributes() {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        IncrementalForms.ATTRIBUTES.forEach(
                key -> attributes.put(key, node.find(key).map(ConfigNode::value).orElse(null)));
        return attributes;
    }
}
