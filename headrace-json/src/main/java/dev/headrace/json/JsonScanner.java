package dev.headrace.json;

import java.util.Objects;

/**
 * A cursor over one JSON text (RFC 8259, UTF-8) for a user who knows what to expect: nothing is collected, nothing is
 * allocated, and every byte is read once. The user asks for the {@linkplain #peekValue() kind} of the next value and
 * reads or {@linkplain #skipValue() skips} it; everything passed over is validated.
 *
 * <p>Each {@code nextKey} or {@code nextElement} that answers {@code true} must be followed by reading exactly one value.
 * What is said of a key, a string or a number holds until the next one is read. All indices are into the source array.
 * Whatever is not JSON throws {@link JsonSyntaxException}; the scanner can then only be reset. Nesting deeper than
 * {@value #MAX_DEPTH} is refused. Not for several threads; made to be reused. Its use in a loop: see the package.
 */
public final class JsonScanner {
    /** Containers may lie this deep inside each other. */
    public static final int MAX_DEPTH = 500;

    /** {@link #peekValue()}: a string. */
    public static final int STRING = 1;
    /** {@link #peekValue()}: a number, or one of the tokens of {@link #acceptingNonFinite()}. */
    public static final int NUMBER = 2;
    /** {@link #peekValue()}: {@code true}. */
    public static final int TRUE = 3;
    /** {@link #peekValue()}: {@code false}. */
    public static final int FALSE = 4;
    /** {@link #peekValue()}: {@code null}. */
    public static final int NULL = 5;
    /** {@link #peekValue()}: an object. */
    public static final int OBJECT = 6;
    /** {@link #peekValue()}: an array. */
    public static final int ARRAY = 7;

    private final byte[] kinds;
    private final boolean nonFinite;
    private final StringScan string = new StringScan();
    private final NumberScan number = new NumberScan();
    private final ArraySkim skim = new ArraySkim();
    private final ValueSkip values = new ValueSkip();

    private byte[] bytes = {};
    private int start;
    private int end;
    private int position;
    private int depth;
    /** A container has just been opened: no comma before what follows. */
    private boolean fresh;

    private int keyStart;
    private int keyEnd;
    private boolean keyEscaped;
    private int stringStart;
    private int stringEnd;

    /** A strict scanner of an empty text; {@link #reset} gives it something to read. */
    public JsonScanner() {
        this(false);
    }

    private JsonScanner(boolean nonFinite) {
        this.kinds = Kinds.of(nonFinite);
        this.nonFinite = nonFinite;
    }

    /** A scanner that also reads the tokens {@code NaN}, {@code Infinity} and {@code -Infinity}, as numbers. */
    public static JsonScanner acceptingNonFinite() {
        return new JsonScanner(true);
    }

    /**
     * Starts over with the bytes from {@code start} to before {@code end}; a UTF-8 byte order mark at the start is
     * passed over. Bytes outside the range are never read. The array must not change while it is scanned.
     */
    public void reset(byte[] source, int from, int to) {
        Objects.checkFromToIndex(from, to, source.length);
        bytes = source;
        start = from;
        end = to;
        depth = 0;
        fresh = false;
        position = Literals.afterByteOrderMark(source, from, to);
    }

    /** The index of the next byte to read: after {@link #peekValue()} the first of the value, after reading it its end. */
    public int position() {
        return position;
    }

    /** The array that is being scanned. */
    byte[] source() {
        return bytes;
    }

    /** Goes on behind a value that begins at the current position and whose end is known. */
    void moveTo(int behind) {
        position = behind;
    }

    /** The kind of the value that comes next, one of the constants; moves to its first byte and reads no further. */
    public int peekValue() {
        int at = content(position);
        position = at;
        int kind = at < end ? kinds[bytes[at] & 0xff] : 0;
        if (kind == 0) {
            throw fail(at, "a value");
        }
        return kind;
    }

    /** Passes the next value over, whatever it is, and validates it on the way. */
    public void skipValue() {
        values.skip(this, peekValue());
    }

    /**
     * Passes over the array that comes next by its brackets, commas and strings alone, and answers how many elements it
     * has. Quicker than {@link #skipValue()}, because what lies in the array is not validated.
     */
    public int skimArray() {
        int opening = expect(content(position), '[', "an array");
        position = sound(skim.behind(bytes, opening, end), "']' or '}'");
        return skim.elements();
    }

    /** So many containers are open. */
    int depth() {
        return depth;
    }

    /** Reads the opening brace of an object; {@link #nextKey()} goes on. */
    public void beginObject() {
        enter(expect(content(position), '{', "an object"));
    }

    /** Reads the opening bracket of an array; {@link #nextElement()} goes on. */
    public void beginArray() {
        enter(expect(content(position), '[', "an array"));
    }

    private void enter(int at) {
        if (depth == MAX_DEPTH) {
            throw fail(
                    at,
                    "an end of the nesting, which is too deep (" + MAX_DEPTH
                            + " objects and lists inside each other are possible)");
        }
        depth++;
        fresh = true;
        position = at + 1;
    }

    private boolean leave(int at) {
        depth--;
        fresh = false;
        position = at + 1;
        return false;
    }

    /** Moves to the next element of the array just begun or gone on with; {@code false} after its closing bracket. */
    public boolean nextElement() {
        boolean more = nextItem(']', "',' or ']'");
        fresh = false;
        return more;
    }

    /** Moves behind the comma, if there has to be one; {@code false} after the closing bracket. */
    private boolean nextItem(char closing, String expected) {
        int at = content(position);
        if (at < end && bytes[at] == closing) {
            return leave(at);
        }
        position = fresh ? at : expect(at, ',', expected) + 1;
        return true;
    }

    /** Reads the next key of the object and its colon; {@code false} after the closing brace. */
    public boolean nextKey() {
        boolean tight = isTight();
        if (!tight && !nextItem('}', "',' or '}'")) {
            return false;
        }
        int opening = tight ? position + 1 : expect(content(position), '"', fresh ? "a key or '}'" : "a key");
        int closing = closingQuote(opening + 1);
        keyStart = opening + 1;
        keyEnd = closing;
        keyEscaped = string.escaped();
        fresh = false;
        position = expect(content(closing + 1), ':', "':'") + 1;
        return true;
    }

    /**
     * Reads the next key and its colon if it is exactly this one, and answers {@code true}; else reads nothing (not
     * even a closing brace), and {@link #nextKey()} tells what is there. A key without white space before it that has some
     * behind it may count as another one.
     */
    public boolean nextKeyIs(JsonKey key) {
        if (!fresh && key.standsBetweenAt(bytes, position, end)) {
            passKey(key, position + 1, position + 2 + key.quotedLength());
            return true;
        }
        return !isTight() && nextKeyWithSpacesIs(key);
    }

    /** Whether the next key follows without white space: then it is likely that there is none behind it either. */
    private boolean isTight() {
        return !fresh && position + 1 < end && bytes[position] == ',' && bytes[position + 1] == '"';
    }

    private boolean nextKeyWithSpacesIs(JsonKey key) {
        int at = content(position);
        if (!fresh) {
            if (at >= end || bytes[at] != ',') {
                return false;
            }
            at = content(at + 1);
        }
        if (!key.standsAt(bytes, at, end)) {
            return false;
        }
        int colon = content(at + key.quotedLength());
        if (colon >= end || bytes[colon] != ':') {
            return false;
        }
        passKey(key, at, colon + 1);
        return true;
    }

    private void passKey(JsonKey key, int at, int behind) {
        keyStart = at + 1;
        keyEnd = at + key.quotedLength() - 1;
        keyEscaped = key.hasEscapes();
        fresh = false;
        position = behind;
    }

    /** The index of the first byte of the key, after its opening quote. */
    public int keyStart() {
        return keyStart;
    }

    /** The index of the closing quote of the key. */
    public int keyEnd() {
        return keyEnd;
    }

    /** Whether the key contains an escape, so that its bytes are not its text. */
    public boolean keyHasEscapes() {
        return keyEscaped;
    }

    /** Reads the string that comes next. */
    public void readString() {
        position = content(position);
        if (!readStringIfNext()) {
            throw fail(position, "a string");
        }
    }

    /** Reads the string that stands at the very position, without space before it; {@code false} if there is none. */
    public boolean readStringIfNext() {
        int opening = position;
        if (opening >= end || bytes[opening] != '"') {
            return false;
        }
        int closing = closingQuote(opening + 1);
        stringStart = opening + 1;
        stringEnd = closing;
        position = closing + 1;
        return true;
    }

    /** The index of the first byte of the string, after its opening quote. */
    public int stringStart() {
        return stringStart;
    }

    /** The index of the closing quote of the string. */
    public int stringEnd() {
        return stringEnd;
    }

    /** Whether the string read last contains an escape, so that its bytes are not its text: see {@link #unescape}. */
    public boolean stringHasEscapes() {
        return string.escaped();
    }

    /**
     * Writes the text of a key or string that this scanner has read, from {@code from} to before {@code to} in the
     * source, as UTF-8 to {@code target} and answers the index after the last byte written. The text is never longer
     * than its source, for which the target must have room. Half of a surrogate pair, which UTF-8 cannot hold, becomes
     * U+FFFD.
     */
    public int unescape(int from, int to, byte[] target, int at) {
        return Escapes.unescape(bytes, from, to, target, at);
    }

    /** Reads {@code true} or {@code false}. */
    public boolean readBoolean() {
        int at = content(position);
        boolean value = at < end && bytes[at] == 't';
        int after = value ? Literals.afterTrue(bytes, at, end) : Literals.afterFalse(bytes, at, end);
        position = sound(after, value ? "the word true" : "the word false");
        return value;
    }

    /** Reads {@code null}. */
    public void readNull() {
        position = sound(Literals.afterNull(bytes, content(position), end), "the word null");
    }

    /** The index if it is one; a fault if it is the complement of one. */
    private int sound(int after, String expected) {
        if (after < 0) {
            throw fail(~after, expected);
        }
        return after;
    }

    /** Reads the number that comes next. */
    public void readNumber() {
        position = content(position);
        if (!readNumberIfNext()) {
            throw fail(position, "a number");
        }
    }

    /** Reads the number that stands at the very position, without space before it; {@code false} if there is none. */
    public boolean readNumberIfNext() {
        int at = position;
        byte first = at < end ? bytes[at] : 0;
        if (nonFinite && NumberScan.isNonFinite(bytes, at, end)) {
            position = sound(number.scanNonFinite(bytes, at, end), "the word NaN, Infinity or -Infinity");
        } else if (first == '-' || first >= '0' && first <= '9') {
            position = sound(number.scan(bytes, at, end), "a digit");
        } else {
            return false;
        }
        return true;
    }

    /** The index of the first byte of the number. */
    public int numberStart() {
        return number.start();
    }

    /** The index after the last byte of the number. */
    public int numberEnd() {
        return number.end();
    }

    /** Whether the number has neither a fraction nor an exponent. */
    public boolean numberIsIntegral() {
        return number.integral();
    }

    /** Whether the number {@linkplain #numberIsIntegral() is integral} and within the range of long. */
    public boolean numberFitsLong() {
        return number.fitsLong();
    }

    /** The value of a number that {@linkplain #numberFitsLong() fits}; of any other, some number. */
    public long longValue() {
        return number.longValue();
    }

    /** The double nearest to the number, exactly as {@link Double#parseDouble} has it. */
    public double doubleValue() {
        return number.doubleValue();
    }

    /** Checks that nothing but white space follows. */
    public void endDocument() {
        position = content(position);
        if (position < end) {
            throw fail(position, "nothing after the value");
        }
    }

    /** The index of the first byte from {@code from} on that is not white space; {@code end} if there is none. */
    private int content(int from) {
        return from < end && bytes[from] > ' ' ? from : Literals.afterSpaces(bytes, from, end);
    }

    private int expect(int at, char wanted, String words) {
        if (at >= end || bytes[at] != wanted) {
            throw fail(at, words);
        }
        return at;
    }

    private int closingQuote(int from) {
        return sound(string.closingQuote(bytes, from, end), string.expected());
    }

    private JsonSyntaxException fail(int at, String expected) {
        return SyntaxErrors.at(bytes, start, end, at, expected);
    }
}
