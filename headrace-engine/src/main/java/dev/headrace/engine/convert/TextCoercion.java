package dev.headrace.engine.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonSyntaxException;
import dev.headrace.schema.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;

/** Coercion of JSON strings. */
final class TextCoercion {

    private static final Set<String> TRUE_WORDS = Set.of("yes", "true", "t", "y", "1");
    private static final Set<String> FALSE_WORDS = Set.of("no", "false", "f", "n", "0");
    private static final int LONGEST_WORD = "false".length();
    private static final int WEI_BITS = 256;

    private final Coercion result;
    private final JsonScanner scanner = new JsonScanner();

    TextCoercion(Coercion result) {
        this.result = result;
    }

    boolean coerce(DataType target, byte[] text, int start, int end) {
        return switch (target) {
            case TEXT -> result.accept(text, start, end);
            case BIGINT -> bigint(text, start, end);
            case DOUBLE -> real(text, start, end);
            case BOOL -> bool(text, start, end);
            case DECIMAL -> decimal(text, start, end);
            case WEI -> wei(text, start, end);
            case TIMESTAMP -> result.acceptUnless(Calendar.NONE, timestamp(text, start, end));
            case DATE -> result.acceptUnless(Calendar.NONE, date(text, start, end));
            case TIME -> result.acceptUnless(IsoTime.NONE, IsoTime.parse(text, start, end));
            case BINARY -> result.acceptUnlessNull(BinaryText.parse(text, start, end));
            case JSON -> isJson(text, start, end) && result.accept(text, start, end);
        };
    }

    private boolean bigint(byte[] text, int start, int end) {
        BigInteger number = NumberText.integer(text, start, end);
        return number != null && number.bitLength() < Long.SIZE && result.accept(number.longValueExact());
    }

    private boolean real(byte[] text, int start, int end) {
        BigDecimal number = NumberText.decimal(text, start, end);
        double value = number == null ? Double.NaN : number.doubleValue();
        return Double.isFinite(value) && result.accept(Double.doubleToRawLongBits(value));
    }

    private boolean decimal(byte[] text, int start, int end) {
        BigDecimal number = NumberText.decimal(text, start, end);
        return number != null && result.accept(number.toPlainString());
    }

    private boolean wei(byte[] text, int start, int end) {
        BigDecimal number = NumberText.decimal(text, start, end);
        return number != null && number.toBigInteger().bitLength() <= WEI_BITS && result.accept(number.toPlainString());
    }

    private boolean bool(byte[] text, int start, int end) {
        if (end - start > LONGEST_WORD) {
            return false;
        }
        String word = new String(text, start, end - start, UTF_8).toLowerCase(Locale.ROOT);
        boolean isTrue = TRUE_WORDS.contains(word);
        return (isTrue || FALSE_WORDS.contains(word)) && result.accept(isTrue ? 1 : 0);
    }

    private static long timestamp(byte[] text, int start, int end) {
        long micros = IsoTimestamp.parse(text, start, end);
        if (micros != IsoTimestamp.NONE) {
            return micros;
        }
        long day = IsoDate.parse(text, start, end);
        return day == IsoDate.NONE ? epoch(text, start, end) : day * Calendar.MICROS_PER_DAY;
    }

    private static long date(byte[] text, int start, int end) {
        long day = IsoDate.parse(text, start, end);
        if (day == IsoDate.NONE) {
            day = IsoTimestamp.localDay(text, start, end);
        }
        return day == IsoDate.NONE ? EpochSeconds.day(epoch(text, start, end)) : day;
    }

    private static long epoch(byte[] text, int start, int end) {
        // Hexadecimal is a spelling of numbers, not of moments.
        boolean hexadecimal = end - start > 1 && text[start + 1] == 'x';
        BigDecimal seconds = hexadecimal ? null : NumberText.decimal(text, start, end);
        return seconds == null ? Calendar.NONE : EpochSeconds.micros(seconds);
    }

    private boolean isJson(byte[] text, int start, int end) {
        try {
            scanner.reset(text, start, end);
            scanner.skipValue();
            scanner.endDocument();
            return true;
        } catch (JsonSyntaxException e) {
            return false;
        }
    }
}
