package dev.headrace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which a value may be written in requests, answers and messages. */
final class Spellings {

    /** What may stand in the path of a URL as it is, beside letters and digits. */
    private static final String PATH_MARKS = "-._~!$&'()*+,;=:@/";

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int FIRST_BEYOND_ASCII = 0x7f;
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-F]{2}");
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private Spellings() {}

    static Set<String> of(String value) {
        Set<String> all = new LinkedHashSet<>();
        all.add(value);
        all.add(value.strip());
        all.add(WHITE.matcher(value).replaceAll(" "));
        addEncoded(all, value);
        all.add(json(value, false));
        all.add(json(value, true));
        all.add(json(value, false).replace("/", "\\/"));
        addHtml(all, value);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        all.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        all.remove("");
        return all;
    }

    private static void addEncoded(Set<String> all, String value) {
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (String encoded : List.of(
                form,
                form.replace("+", "%20"),
                form.replace("%7E", "~").replace("*", "%2A"),
                form.replace("+", "%20").replace("%7E", "~").replace("*", "%2A"),
                path(value))) {
            all.add(encoded);
            all.add(ENCODED.matcher(encoded).replaceAll(match -> match.group().toLowerCase(Locale.ROOT)));
        }
    }

    private static String path(String value) {
        StringBuilder out = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean stays = c < FIRST_BEYOND_ASCII && (Character.isLetterOrDigit(c) || PATH_MARKS.indexOf(c) >= 0);
            out.append(stays ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    /** As the inside of a JSON text. */
    private static String json(String value, boolean asciiOnly) {
        StringBuilder out = new StringBuilder();
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean escaped = c < FIRST_PRINTABLE || (asciiOnly && c >= FIRST_BEYOND_ASCII);
                    out.append(escaped ? String.format("\\u%04x", (int) c) : String.valueOf(c));
                }
            }
        }
        return out.toString();
    }

    private static void addHtml(Set<String> all, String value) {
        String marks = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        all.add(marks);
        all.add(marks.replace("\"", "&quot;").replace("'", "&#39;"));
        all.add(marks.replace("\"", "&#34;").replace("'", "&#x27;"));
    }
}
