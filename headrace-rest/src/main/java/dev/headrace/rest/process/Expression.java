package dev.headrace.rest.process;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.headrace.json.JsonValue;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression over a record. Evaluation is bounded in time and depth, so that an expression which never ends fails
 * instead. Arithmetic is that of 64-bit floating point numbers. Immutable; the library behind it keeps what it is
 * evaluating by thread.
 *
 * @see <a href="https://docs.jsonata.org/overview">JSONata</a>
 */
final class Expression {

    private static final long MOST_MILLIS = 1000;
    private static final int DEEPEST = 200;
    private static final String NOT_IN_TIME =
            "it was not finished after " + MOST_MILLIS + " ms; look whether it can ever end";
    /** A slash where a value is expected, and so no division. */
    private static final Pattern PATTERN = Pattern.compile("(?:^|[^\\w\\s)\\]}\"'`$.%*/])\\s*/");

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}");

    private final String text;
    private final Jsonata compiled;
    private final boolean mayHavePatterns;

    private Expression(String text, Jsonata compiled) {
        this.text = text;
        this.compiled = compiled;
        this.mayHavePatterns = PATTERN.matcher(text).find();
    }

    /** @throws IllegalArgumentException when the text is no expression: says why and where */
    static Expression compile(String text) {
        try {
            Jsonata compiled = Jsonata.jsonata(text);
            // Records are JSON, and looking at all of each costs more than most expressions do.
            compiled.setValidateInput(false);
            return new Expression(text, compiled);
        } catch (JException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + (e.getLocation() > 0 ? " (at character " + e.getLocation() + ")" : ""), e);
        }
    }

    /**
     * The value for a record: plain Java, null also for nothing.
     *
     * @throws StepFailedException when the evaluation fails
     */
    @Nullable
    Object evaluate(JsonValue record) {
        try {
            // The bounds are looked at between the steps of an evaluation, and the search for a pattern is one step.
            return mayHavePatterns ? Watch.result(() -> evaluated(record), MOST_MILLIS) : evaluated(record);
        } catch (TimeoutException e) {
            throw failed("failed: " + NOT_IN_TIME, "failed: " + NOT_IN_TIME, record, e);
        } catch (RuntimeException | StackOverflowError e) {
            throw failed("failed: " + reason(e), "failed" + code(e), record, e);
        }
    }

    private @Nullable Object evaluated(JsonValue record) {
        Jsonata.Frame frame = compiled.createFrame();
        frame.setRuntimeBounds(MOST_MILLIS, DEEPEST);
        return compiled.evaluate(RecordView.of(record), frame);
    }

    /** What the library says, without the names of its classes. */
    private static String reason(Throwable failure) {
        if (failure.getMessage() == null && !(failure instanceof StackOverflowError)) {
            return "it can't be evaluated (" + failure.getClass().getSimpleName() + ")";
        }
        String text = String.valueOf(failure.getMessage()).replaceFirst("^JSONataException ", "");
        if (text.startsWith("Expression evaluation timeout")) {
            return NOT_IN_TIME;
        }
        return failure instanceof StackOverflowError || text.startsWith("Stack overflow")
                ? "it calls itself more than " + DEEPEST + " times; look whether it can ever end"
                : text;
    }

    /** JSONata's name of an error, which says what it is without any value. */
    private static String code(Throwable failure) {
        return failure instanceof JException known
                        && CODE.matcher(String.valueOf(known.getError())).matches()
                ? " with JSONata's error " + known.getError()
                        + (known.getLocation() > 0 ? " at character " + known.getLocation() : "")
                : "";
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }

    /** @param withoutValues the reason without any value of the record */
    StepFailedException failed(String reason, String withoutValues, JsonValue record, @Nullable Throwable cause) {
        String expression = "the expression '" + text + "' ";
        return new StepFailedException(expression + reason + ".", expression + withoutValues + ".", record, cause);
    }
}
