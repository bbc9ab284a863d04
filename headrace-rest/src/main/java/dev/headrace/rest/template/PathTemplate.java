package dev.headrace.rest.template;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request. Values are percent-encoded, so that what comes with the data stays within its segment (or, behind
 * a question mark, within its parameter): {@code b/c} becomes {@code b%2Fc}. A path that is nothing but one placeholder
 * may also get a whole {@code http} or {@code https} address, which is used as it is.
 */
public record PathTemplate(Template template) {

    private static final Pattern ADDRESS = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String UNRESERVED = "-._~";
    /** What RFC 3986 allows in a segment besides letters, digits and {@link #UNRESERVED}. */
    private static final String SEGMENT = UNRESERVED + "!$&'()*+,;=:@";

    /** Whether the path is an address of its own, whatever the values are. */
    public boolean isAddress() {
        return !template.parts().isEmpty()
                && template.parts().get(0) instanceof Part.Literal literal
                && ADDRESS.matcher(literal.text()).matches();
    }

    /** Whether values can make the path an address of its own. */
    public boolean mayBeAddress() {
        return isAddress() || template.lone().isPresent();
    }

    /**
     * The path with all values in place.
     *
     * @throws NullPlaceholderException when one of the values is null
     */
    public String text(Bindings bindings) {
        if (template.lone().isPresent()) {
            return alone(
                    bindings.value(template.lone().get().expression()),
                    template.lone().get());
        }
        StringBuilder path = new StringBuilder();
        for (Part part : template.parts()) {
            if (part instanceof Part.Placeholder placeholder) {
                String value = placeholder.text(bindings.value(placeholder.expression()));
                path.append(path.indexOf("?") < 0 ? segment(value) : encoded(value, UNRESERVED));
            } else {
                path.append(((Part.Literal) part).text());
            }
        }
        return path.toString();
    }

    private static String alone(@Nullable Object value, Part.Placeholder placeholder) {
        String text = placeholder.text(value);
        return ADDRESS.matcher(text).matches() ? text : segment(text);
    }

    /** Dots alone would be steps through the path; they are encoded as well. */
    private static String segment(String value) {
        return value.equals(".") || value.equals("..") ? value.replace(".", "%2E") : encoded(value, SEGMENT);
    }

    private static String encoded(String value, String allowed) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
