package dev.headrace.bench.events;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The words that values are made of, as they stand in JSON: several scripts, and escapes. */
final class Words {

    static final byte[][] TITLE = all(
            "planning",
            "review",
            "sync",
            "budget",
            "Müller",
            "café",
            "naïve",
            "встреча",
            "会議",
            "roadmap",
            "launch",
            "interview",
            "retro",
            "design",
            "customer",
            "Zürich",
            "Łódź",
            "release",
            "standup",
            "training",
            "🚀",
            "quarterly",
            "board",
            "offsite",
            "señor",
            "kick-off",
            "demo",
            "workshop",
            "\\\"quoted\\\"",
            "line\\nbreak",
            "tab\\there",
            "caf\\u00e9");
    static final byte[][] CITIES = all("Berlin", "Zürich", "São Paulo", "東京", "New York", "Kraków", "Oslo", "Nairobi");
    static final byte[][] COUNTRIES = all("DE", "CH", "BR", "JP", "US", "PL", "NO", "KE");
    static final byte[][] PEOPLE = all(
            "Ada Lovelace",
            "Grace Hopper",
            "Jürgen Groß",
            "Zoë Ødegård",
            "李小龙",
            "Alan Turing",
            "Barbara Liskov",
            "Ken Thompson",
            "Frances Allen",
            "Edsger Dijkstra",
            "Радия Перлман",
            "Tony Hoare");
    static final byte[][] STATUS = all("confirmed", "tentative", "cancelled");
    static final byte[][] VISIBILITY = all("public", "private", "default", "confidential");
    static final byte[][] RESPONSE = all("accepted", "declined", "needsAction", "tentative");
    static final byte[][] TAGS = all("sales", "eng", "hr", "urgent", "Q1", "Q2", "intern", "extern", "größe", "board");
    static final byte[][] ZONES = all("Z", "+01:00", "+02:00", "-05:00");

    /** What {@link #ZONES} are ahead of UTC, in hours. */
    static final int[] ZONE_HOURS = {0, 1, 2, -5};

    /** How many characters each word of {@link #TITLE} has once JSON's escapes are resolved. */
    static final int[] TITLE_CHARACTERS = characters(TITLE);

    private Words() {}

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[][] all(String... texts) {
        byte[][] words = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            words[i] = utf8(texts[i]);
        }
        return words;
    }

    private static int[] characters(byte[][] words) {
        int[] counts = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            String text = new String(words[i], UTF_8).replaceAll("\\\\(u[0-9a-f]{4}|.)", "x");
            counts[i] = text.codePointCount(0, text.length());
        }
        return counts;
    }
}
