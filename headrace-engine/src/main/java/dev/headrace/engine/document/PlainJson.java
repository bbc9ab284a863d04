package dev.headrace.engine.document;

import dev.headrace.json.JsonScanner;
import dev.headrace.json.JsonSyntaxException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads small JSON documents as plain Java values. */
public final class PlainJson {

    private final JsonScanner scanner = new JsonScanner();
    private final byte[] text;

    private PlainJson(byte[] text) {
        this.text = text;
        scanner.reset(text, 0, text.length);
    }

    /**
     * The value as {@code String}, {@code Long} ({@code BigInteger} beyond 64 bits), {@code Double}, {@code Boolean},
     * {@code List}, ordered {@code Map}, or null. Lists and maps may be changed. Of equal keys the last one counts.
     *
     * @throws JsonSyntaxException when it is not JSON
     */
    public static @Nullable Object read(String json) {
        PlainJson reading = new PlainJson(json.getBytes(StandardCharsets.UTF_8));
        Object value = reading.value();
        reading.scanner.endDocument();
        return value;
    }

    private @Nullable Object value() {
        return switch (scanner.peekValue()) {
            case JsonScanner.OBJECT -> object();
            case JsonScanner.ARRAY -> list();
            case JsonScanner.STRING -> string();
            case JsonScanner.NUMBER -> number();
            case JsonScanner.NULL -> {
                scanner.readNull();
                yield null;
            }
            default -> scanner.readBoolean();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        scanner.beginObject();
        while (scanner.nextKey()) {
            String key = unescaped(scanner.keyStart(), scanner.keyEnd());
            object.put(key, value());
        }
        return object;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> list = new ArrayList<>();
        scanner.beginArray();
        while (scanner.nextElement()) {
            list.add(value());
        }
        return list;
    }

    private String string() {
        scanner.readString();
        return unescaped(scanner.stringStart(), scanner.stringEnd());
    }

    private Object number() {
        scanner.readNumber();
        if (scanner.numberFitsLong()) {
            return scanner.longValue();
        }
        return scanner.numberIsIntegral()
                ? new BigInteger(new String(
                        text,
                        scanner.numberStart(),
                        scanner.numberEnd() - scanner.numberStart(),
                        StandardCharsets.US_ASCII))
                : (Object) scanner.doubleValue();
    }

    private String unescaped(int start, int end) {
        byte[] target = new byte[end - start];
        int length = scanner.unescape(start, end, target, 0);
        return new String(target, 0, length, StandardCharsets.UTF_8);
    }
}
