package dev.headrace.rest.format;

import dev.headrace.config.ComponentContext;
import dev.headrace.config.Components;
import dev.headrace.config.ConfigNode;
import dev.headrace.rest.http.HttpResponse;

/** Makes formats, and finds those of answers. */
public final class ResponseFormats {

    private static final ResponseFormat DETECTED = new FormatDetection();

    private ResponseFormats() {}

    /**
     * The format that a node describes: a text is a type with all its defaults, an object has {@code type} and options.
     *
     * @throws dev.headrace.ConfigException for an unknown type, an option that the type does not have, or a bad value
     */
    public static ResponseFormat create(ConfigNode node, ComponentContext context) {
        return Components.onClassPath().create(ResponseFormat.class, "response_format", node, context);
    }

    /** Takes each answer for what its {@code Content-Type} says; without one that is known, for JSON. */
    public static ResponseFormat detected() {
        return DETECTED;
    }

    /** Which setting might help to read a text that could not be read: a sentence, or empty. */
    public static String hint(String text) {
        return FormatHint.of(text);
    }

    /** The format in which an answer is taken: for messages. */
    public static String label(ResponseFormat format, HttpResponse response) {
        return format == DETECTED ? FormatDetection.of(response).label() : format.label();
    }
}
