package dev.headrace.rest.definition;

import dev.headrace.config.ConfigNode;
import dev.headrace.config.ConfigNode.Kind;
import dev.headrace.config.Problems;
import dev.headrace.config.Settings;
import dev.headrace.json.path.JsonPathException;
import dev.headrace.rest.incremental.BoundaryKey;
import dev.headrace.rest.incremental.Bounds;
import dev.headrace.rest.incremental.Cursor;
import dev.headrace.rest.incremental.CursorPath;
import dev.headrace.rest.incremental.CursorTime;
import dev.headrace.rest.incremental.Direction;
import dev.headrace.rest.incremental.IncrementalDefinition;
import dev.headrace.rest.incremental.Lag;
import dev.headrace.rest.incremental.MissingCursor;
import dev.headrace.rest.incremental.RowOrder;
import dev.headrace.rest.incremental.SchedulerInterval;
import dev.headrace.rest.incremental.Window;
import dev.headrace.rest.limit.DurationText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one {@code incremental}, wherever it stands; used once. */
final class IncrementalParser {

    private static final List<String> RANGES = List.of("closed", "open");

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
        Optional<Cursor> cursor = problems.attempt(this::cursor);
        Optional<Bounds> bounds = problems.attempt(this::bounds);
        Optional<Lag> lag = problems.attempt(this::lag);
        Optional<BoundaryKey> key = problems.attempt(this::key);
        Optional<Optional<RowOrder>> order =
                problems.attempt(() -> choice("row_order", RowOrder.class, RowOrder::label));
        Optional<MissingCursor> missing = problems.attempt(() ->
                required("on_cursor_value_missing", MissingCursor.class, MissingCursor::label, MissingCursor.RAISE));
        Optional<Optional<CursorTime>> conversion = problems.attempt(this::conversion);
        Optional<Optional<Window>> window = problems.attempt(this::window);
        problems.check(() -> node.bool("allow_external_schedulers", false));
        problems.throwIfAny();
        return checked(new IncrementalDefinition(
                cursor.orElseThrow(),
                bounds.orElseThrow(),
                lag.orElseThrow(),
                key.orElseThrow(),
                order.orElseThrow().orElse(null),
                missing.orElseThrow(),
                conversion.orElseThrow().orElse(null),
                window.orElseThrow().orElse(null),
                attributes()));
    }

    private IncrementalDefinition checked(IncrementalDefinition read) {
        try {
            IncrementalDefinition definition = node.bool("allow_external_schedulers", false)
                    ? SchedulerInterval.find(settings).applyTo(read)
                    : read;
            definition.check();
            return definition;
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
    }

    private Cursor cursor() {
        Supplier<CursorPath> path = problems.part(this::path);
        Supplier<Direction> direction =
                problems.part(() -> required("last_value_func", Direction.class, Direction::label, Direction.MAX));
        Supplier<Optional<CursorTime>> format =
                problems.part(() -> node.present("cursor_format").map(this::format));
        return new Cursor(path.get(), direction.get(), format.get().orElse(null));
    }

    private CursorPath path() {
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

    private Bounds bounds() {
        return new Bounds(
                value("initial_value"),
                value("end_value"),
                range("range_start", "closed").equals("open"),
                range("range_end", "open").equals("closed"));
    }

    private @Nullable Object value(String key) {
        Optional<ConfigNode> value = node.present(key);
        if (value.isPresent()
                && !List.of(Kind.TEXT, Kind.INTEGER, Kind.DECIMAL)
                        .contains(value.get().kind())) {
            throw value.get()
                    .error("expected a number or a text, found "
                            + value.get().kind().description());
        }
        return value.map(ConfigNode::value).orElse(null);
    }

    private String range(String key, String otherwise) {
        return node.find(key).map(value -> Choices.text(value, RANGES)).orElse(otherwise);
    }

    private Lag lag() {
        Optional<ConfigNode> lag = node.present("lag");
        if (lag.isEmpty()) {
            return Lag.none();
        }
        if (lag.get().kind() != Kind.INTEGER && lag.get().kind() != Kind.DECIMAL) {
            throw lag.get()
                    .error(
                            "expected a number (seconds for timestamps, days for dates, else units of the cursor), found "
                                    + lag.get().kind().description());
        }
        try {
            return new Lag(new BigDecimal(String.valueOf(lag.get().value())));
        } catch (NumberFormatException e) {
            throw lag.get().error("the lag is no finite number: " + lag.get().value());
        }
    }

    /** A null is as good as none: the resource's key counts then. */
    private BoundaryKey key() {
        Optional<ConfigNode> key = node.present("primary_key").or(() -> resource.present("primary_key"));
        if (key.isEmpty()) {
            return BoundaryKey.wholeRow();
        }
        boolean own = node.present("primary_key").isPresent();
        List<String> columns = Choices.texts(key.get());
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

    private CursorTime format(ConfigNode format) {
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
