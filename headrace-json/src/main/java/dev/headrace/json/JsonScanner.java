package dev.headrace.json;

import java.util.Arrays;

/**
 * A cursor over one JSON text (RFC 8259, UTF-8) for a user who knows what to expect: nothing is collected, nothing is
 * allocated, and every byte is read once. The user asks for the {@linkplain #peekValue() kind} of the next value and
 * reads or {@linkplain #skipValue() skips} it; everything passed over is validated.
 *
 * <pre>{@code
 * scanner.reset(bytes, 0, length);
 * scanner.beginArray();
 * while (scanner.nextElement()) {
 *     scanner.beginObject();
 *     while (scanner.nextKey()) {
 *         scanner.skipValue();
 *     }
 * }
 * scanner.endDocument();
 * }</pre>
 *
 * <p>Each {@code nextKey} or {@code nextElement} that answers {@code true} must be followed by reading exactly one
 * value. What is said of a key, a string or a number holds until the next one is read. All indices are into the source
 * array. Whatever is not JSON throws {@link JsonSyntaxException}; the scanner can then only be reset. Nesting deeper
 * than {@value #MAX_DEPTH} is refused. Not for use by several threads; made to be reused for many texts.
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

    private static final byte[] STRICT = kinds("\"-0123456789tfn{[", 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 5, 6, 7);
    private static final byte[] LENIENT = lenientKinds();

    private final byte[] kinds;
    private final boolean nonFinite;
    private final NumberScan number = new NumberScan();
    private final boolean[] inObject = new boolean[MAX_DEPTH + 1];

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
    private boolean escaped;
    private boolean ascii;

    /** A strict scanner of an empty text; {@link #reset} gives it something to read. */
    public JsonScanner() {
        this(STRICT, false);
    }

    private JsonScanner(byte[] kinds, boolean nonFinite) {
        this.kinds = kinds;
        this.nonFinite = nonFinite;
    }

    /** A scanner that also reads the tokens {@code NaN}, {@code Infinity} and {@code -Infinity}, as numbers. */
    public static JsonScanner acceptingNonFinite() {
        return new JsonScanner(LENIENT, true);
    }

    private static byte[] kinds(String firsts, int... kinds) {
        byte[] table = new byte[256];
        for (int index = 0; index < kinds.length; index++) {
            table[firsts.charAt(index)] = (byte) kinds[index];
        }
        return table;
    }

    private static byte[] lenientKinds() {
        byte[] table = STRICT.clone();
        table['N'] = NUMBER;
        table['I'] = NUMBER;
        return table;
    }

    /**
     * Starts over with the bytes from {@code start} to before {@code end}; a UTF-8 byte order mark at the start is
     * passed over. Bytes outside the range are never read. The array must not change while it is scanned.
     */
    public void reset(byte[] source, int from, int to) {
        if (from < 0 || to < from || to > source.length) {
            throw new IndexOutOfBoundsException(
                    "Cannot scan the bytes " + from + " to " + to + " of an array of " + source.length);
        }
        bytes = source;
        start = from;
        end = to;
        depth = 0;
        fresh = false;
        boolean mark = to - from >= 3
                && source[from] == (byte) 0xef
                && source[from + 1] == (byte) 0xbb
                && source[from + 2] == (byte) 0xbf;
        position = mark ? from + 3 : from;
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
        int kind = peekValue();
        if (kind < OBJECT) {
            skipScalar(kind);
        } else {
            skipContainer(kind);
        }
    }

    private void skipScalar(int kind) {
        if (kind == STRING) {
            readString();
        } else if (kind == NUMBER) {
            readNumber();
        } else if (kind == NULL) {
            readNull();
        } else {
            readBoolean();
        }
    }

    private void skipContainer(int kind) {
        int floor = depth;
        open(kind);
        while (depth > floor) {
            boolean more = inObject[depth] ? nextKey() : nextElement();
            if (more) {
                int inner = peekValue();
                if (inner < OBJECT) {
                    skipScalar(inner);
                } else {
                    open(inner);
                }
            }
        }
    }

    private void open(int kind) {
        enter(content(position));
        inObject[depth] = kind == OBJECT;
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
            throw fail(at, "at most " + MAX_DEPTH + " containers inside each other");
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
        int at = content(position);
        byte next = at < end ? bytes[at] : 0;
        if (next == ']') {
            return leave(at);
        }
        if (!fresh) {
            at = expect(at, ',', "',' or ']'") + 1;
        }
        fresh = false;
        position = at;
        return true;
    }

    /** Reads the next key of the object and its colon; {@code false} after the closing brace. */
    public boolean nextKey() {
        int at = content(position);
        byte next = at < end ? bytes[at] : 0;
        if (next == '}') {
            return leave(at);
        }
        if (!fresh) {
            at = content(expect(at, ',', "',' or '}'") + 1);
        }
        int opening = expect(at, '"', fresh ? "a key or '}'" : "a key");
        int closing = closingQuote(opening + 1);
        keyStart = opening + 1;
        keyEnd = closing;
        keyEscaped = escaped;
        fresh = false;
        position = expect(content(closing + 1), ':', "':'") + 1;
        return true;
    }

    /**
     * Reads the next key and its colon if it is exactly this one, and answers {@code true}; else reads nothing (not
     * even a closing brace), and {@link #nextKey()} tells what is there.
     */
    public boolean nextKeyIs(JsonKey key) {
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
        int after = at + key.quotedLength();
        int colon = content(after);
        if (colon >= end || bytes[colon] != ':') {
            return false;
        }
        keyStart = at + 1;
        keyEnd = after - 1;
        keyEscaped = key.hasEscapes();
        fresh = false;
        position = colon + 1;
        return true;
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

    /** Whether the bytes of the key as they stand in the source are these. */
    public boolean keyEquals(byte[] raw) {
        return Arrays.equals(bytes, keyStart, keyEnd, raw, 0, raw.length);
    }

    /** Reads the string that comes next. */
    public void readString() {
        int opening = expect(content(position), '"', "a string");
        int closing = closingQuote(opening + 1);
        stringStart = opening + 1;
        stringEnd = closing;
        position = closing + 1;
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
        return escaped;
    }

    /** Whether every byte of the string read last is ASCII (its escapes may still stand for other characters). */
    public boolean stringIsAscii() {
        return ascii;
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
        position = literal(at, value ? "true" : "false");
        return value;
    }

    /** Reads {@code null}. */
    public void readNull() {
        position = literal(content(position), "null");
    }

    private int literal(int from, String word) {
        int at = from;
        for (int index = 0; index < word.length(); index++, at++) {
            if (at >= end || bytes[at] != word.charAt(index)) {
                throw fail(at, "the word " + word);
            }
        }
        return at;
    }

    /** Reads the number that comes next. */
    public void readNumber() {
        int at = content(position);
        byte first = at < end ? bytes[at] : 0;
        if (nonFinite && (first == 'N' || first == 'I' || first == '-' && at + 1 < end && bytes[at + 1] == 'I')) {
            readNonFinite(at, first);
            return;
        }
        if (first != '-' && (first < '0' || first > '9')) {
            throw fail(at, "a number");
        }
        int after = number.scan(bytes, at, end);
        if (after < 0) {
            throw fail(~after, "a digit");
        }
        position = after;
    }

    private void readNonFinite(int at, byte first) {
        double value = first == 'N' ? Double.NaN : first == 'I' ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        position = literal(at, first == 'N' ? "NaN" : first == 'I' ? "Infinity" : "-Infinity");
        number.nonFinite(bytes, at, position, value);
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
        byte[] source = bytes;
        int at = from;
        while (at < end && source[at] <= ' ' && isSpace(source[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || value == '\n' || value == '\r' || value == '\t';
    }

    private int expect(int at, char wanted, String words) {
        if (at >= end || bytes[at] != wanted) {
            throw fail(at, words);
        }
        return at;
    }

    private int closingQuote(int from) {
        byte[] source = bytes;
        int last = end - 8;
        int at = from;
        escaped = false;
        ascii = true;
        while (at <= last) {
            long special = Words.special(Words.at(source, at));
            if (special == 0) {
                at += 8;
                continue;
            }
            at += Long.numberOfTrailingZeros(special) >>> 3;
            if (source[at] == '"') {
                return at;
            }
            at = afterSpecial(at);
        }
        return closingQuoteNearEnd(at);
    }

    private int closingQuoteNearEnd(int from) {
        int at = from;
        while (at < end) {
            byte next = bytes[at];
            if (next == '"') {
                return at;
            }
            at = next < ' ' || next == '\\' ? afterSpecial(at) : at + 1;
        }
        throw fail(end, "the closing '\"' of a string");
    }

    private int afterSpecial(int at) {
        if (bytes[at] >= 0 && bytes[at] != '\\') {
            throw fail(at, "no bare control character in a string (write it as an escape)");
        }
        return bytes[at] < 0 ? afterNonAscii(at) : afterEscape(at);
    }

    private int afterEscape(int at) {
        escaped = true;
        int fault = Escapes.fault(bytes, at, end);
        if (fault >= 0) {
            throw fail(fault, fault == at + 1 ? "one of \"\\/bfnrtu after a backslash" : "a hexadecimal digit");
        }
        return bytes[at + 1] == 'u' ? at + 6 : at + 2;
    }

    private int afterNonAscii(int from) {
        ascii = false;
        int at = from;
        while (at < end && bytes[at] < 0) {
            int after = Utf8.afterSequence(bytes, at, end);
            if (after < 0) {
                throw fail(at, "well-formed UTF-8");
            }
            at = after;
        }
        return at;
    }

    private JsonSyntaxException fail(int at, String expected) {
        return SyntaxErrors.at(bytes, start, end, at, expected);
    }
}
