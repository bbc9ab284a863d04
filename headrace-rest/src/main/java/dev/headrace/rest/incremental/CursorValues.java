package dev.headrace.rest.incremental;

import dev.headrace.FailureKind;
import dev.headrace.SourceException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What placeholders stand for; the same during a sequence of requests. */
final class CursorValues {

    static final String PREFIX = "incremental.";
    static final String START = "start_value";
    static final String INITIAL = "initial_value";
    static final String LAST = "last_value";
    static final String END = "end_value";
    static final List<String> NAMES = List.of(START, INITIAL, LAST, END);

    private final String resource;
    private final IncrementalDefinition definition;
    private final Range range;

    CursorValues(String resource, IncrementalDefinition definition, Range range) {
        this.resource = resource;
        this.definition = definition;
        this.range = range;
    }

    @Nullable
    Object value(String expression) {
        String name = expression.substring(PREFIX.length());
        return switch (name) {
            case START, LAST -> converted(range.start());
            case INITIAL -> converted(definition.bounds().initial());
            case END -> converted(range.end());
            default -> definition.attributes().get(name);
        };
    }

    private @Nullable Object converted(@Nullable Object raw) {
        CursorTime conversion = definition.conversion();
        if (raw == null || conversion == null) {
            return raw;
        }
        Instant moment = definition.cursor().moment(raw).orElseThrow(() -> unconvertible(raw));
        return conversion.write(moment, "");
    }

    private SourceException unconvertible(Object raw) {
        return new SourceException(
                FailureKind.DATA,
                "Cannot convert " + Cursor.shown(raw) + " of the cursor '"
                        + definition.cursor().path() + "' of resource '" + resource
                        + "' for the request: it is not known which moment it stands for. Set incremental.cursor_format.");
    }
}
