package dev.headrace.rest.http;

import dev.headrace.Excerpt;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises pages for people, which servers and proxies send where something is wrong. */
public final class HtmlPage {

    private static final Pattern BEGIN = Pattern.compile("\\A[\\s\\uFEFF]*<(?:!doctype\\s+html|html|head|body)\\b");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^<>]*+>(.*?)</title>");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>|<!--.*?-->|<[^<>]*+>");
    private static final int LONGEST = 120;
    /** Little enough for patterns that look ahead from many places: the page may be made to hold them up. */
    private static final int LOOKED_AT = 16 * 1024;

    private HtmlPage() {}

    /** The title of the page, or its first words; empty when the text is no HTML page. */
    public static Optional<String> summary(String text) {
        String begin = text.substring(0, Math.min(text.length(), LOOKED_AT));
        if (!BEGIN.matcher(begin.toLowerCase(Locale.ROOT)).find()) {
            return Optional.empty();
        }
        Matcher title = TITLE.matcher(begin);
        String words = title.find() ? words(title.group(1)) : "";
        return Optional.of(words.isEmpty() ? words(UNSEEN.matcher(begin).replaceAll(" ")) : words);
    }

    private static String words(String text) {
        String words = text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return Excerpt.line(words, LONGEST);
    }
}
