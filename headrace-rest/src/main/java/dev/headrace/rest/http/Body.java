package dev.headrace.rest.http;

import dev.headrace.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request carries. */
public sealed interface Body {

    /** The bytes on the wire; null when nothing is carried. */
    byte @Nullable [] bytes();

    /** The content type that is sent unless a header says otherwise. */
    default Optional<String> contentType() {
        return Optional.empty();
    }

    /** Nothing. */
    record None() implements Body {
        @Override
        public byte @Nullable [] bytes() {
            return null;
        }
    }

    /**
     * One JSON value.
     *
     * @param value plain Java: {@code Map} with text keys, {@code List}, {@code String}, {@code Number}, {@code Boolean},
     *     null; not changed by anybody afterwards
     */
    record Json(@Nullable Object value) implements Body {
        @Override
        public byte[] bytes() {
            return JsonText.write(value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> contentType() {
            return Optional.of("application/json");
        }
    }

    /** Fields of an HTML form, in order; the same name may come again. */
    record Form(List<Parameter> fields) implements Body {
        public Form {
            fields = List.copyOf(fields);
        }

        @Override
        public byte[] bytes() {
            return UrlEncoding.query(fields).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public Optional<String> contentType() {
            return Optional.of("application/x-www-form-urlencoded");
        }
    }

    /** A text as it is, in UTF-8, without a content type of its own. */
    record Raw(String text) implements Body {
        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    static Body none() {
        return new None();
    }

    static Body json(@Nullable Object value) {
        return new Json(value);
    }

    /** A form; without fields there is no body at all. */
    static Body form(List<Parameter> fields) {
        return fields.isEmpty() ? none() : new Form(fields);
    }

    static Body raw(String text) {
        return new Raw(text);
    }
}
