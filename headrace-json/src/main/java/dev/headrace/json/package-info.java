/**
 * Strict JSON (RFC 8259) from UTF-8 bytes: a scanner for hot loops, values that know their place in the text, and a
 * writer.
 *
 * <h2>The scanner in a hot loop</h2>
 *
 * One {@link dev.headrace.json.JsonScanner} is kept and reset for every text. It hands out byte ranges of the source, so
 * that text goes from the page to its destination without ever being a {@code String}:
 *
 * <pre>{@code
 * scanner.reset(page, 0, length);
 * scanner.beginArray();
 * while (scanner.nextElement()) {
 *     scanner.beginObject();
 *     int column = 0;
 *     while (true) {
 *         if (column < keys.length && scanner.nextKeyIs(keys[column])) {
 *             read(column++);                      // the usual case: one or two comparisons of eight bytes
 *         } else if (scanner.nextKey()) {
 *             column = find(scanner.keyStart(), scanner.keyEnd());
 *             read(column++);                      // an unusual order, or a key not seen before
 *         } else {
 *             break;                               // the closing brace has been read
 *         }
 *     }
 * }
 * scanner.endDocument();                           // nothing may follow
 *
 * void read(int column) {
 *     switch (scanner.peekValue()) {
 *         case JsonScanner.STRING -> {
 *             scanner.readString();
 *             int start = scanner.stringStart();   // the bytes are the text, unless stringHasEscapes():
 *             int end = scanner.stringEnd();       // then unescape(start, end, buffer, at) copies them decoded
 *             ...
 *         }
 *         case JsonScanner.NUMBER -> {
 *             scanner.readNumber();
 *             if (scanner.numberFitsLong()) ... scanner.longValue() ... else ... scanner.doubleValue() ...
 *         }
 *         case JsonScanner.NULL -> scanner.readNull();
 *         case JsonScanner.TRUE, JsonScanner.FALSE -> ... scanner.readBoolean() ...
 *         default -> scanner.skipValue();          // position() before and after it is its byte range
 *     }
 * }
 * }</pre>
 *
 * <p>Keys to compare with are made by {@link dev.headrace.json.JsonKey#ofSource} when {@code nextKey} has met one for the
 * first time. To learn the byte range of any value, call {@code peekValue()}, then {@code position()}, then read or
 * skip the value, then {@code position()} again. {@code peekValue()} reads nothing, so it may be called twice; each
 * {@code nextKey}, {@code nextKeyIs} or {@code nextElement} that answered true must be followed by exactly one value.
 */
@NullMarked
package dev.headrace.json;

import org.jspecify.annotations.NullMarked;
