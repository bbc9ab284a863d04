package dev.headrace.bench.events;

/**
 * Writes single events as JSON, about 835 bytes each: 18 plain fields, an organizer with an address inside, 0 to 5
 * attendees, 0 to 4 tags. An event is a function of its number and revision. Counts what it has written. For one thread.
 */
final class EventWriter {

    /** More than the longest event needs. */
    private static final int ROOM = 4096;

    private static final long CREATED_WITHIN = 150_000_000_000L;
    private static final long DAY = 86_400_000L;
    private static final long HOUR = 3_600_000L;

    private final SplitMix random = new SplitMix();
    private final TextBytes text = new TextBytes();
    private long records;
    private long bytes;
    private long attendees;
    private long tags;
    private long nullDescriptions;
    private long costCents;
    private long titleCharacters;
    private long startMillis;

    /** Where events go. */
    TextBytes text() {
        return text;
    }

    /** What has been written so far. */
    EventTotals totals() {
        return new EventTotals(
                records, bytes, attendees, tags, nullDescriptions, costCents, titleCharacters, startMillis);
    }

    /** Appends one event. */
    void write(long number, int revision) {
        text.reserve(ROOM);
        int before = text.length();
        random.seed(number * 0x632BE59BD9B4E019L + 12345);
        identity(number, revision);
        description();
        times(revision);
        numbers(revision);
        organizer();
        attendees(revision);
        tags();
        text.put("]}");
        records++;
        bytes += text.length() - before;
    }

    private void identity(long number, int revision) {
        long suffix = random.next();
        text.put("{\"id\":\"ev_");
        text.decimal(number, 10);
        text.hex(suffix, 6);
        text.put("\",\"calendar_id\":\"cal_");
        text.decimal(random.below(500), 4);
        text.put("\",\"ical_uid\":\"");
        text.hex(random.next(), 12);
        text.put("@example.com\",\"status\":\"");
        text.put(Words.STATUS[(random.below(3) + revision) % 3]);
        text.put("\",\"title\":\"");
        titleCharacters += words(2 + random.below(3));
        text.put('"');
    }

    private void description() {
        text.put(",\"description\":");
        if (random.below(4) == 0) {
            text.put("null");
            nullDescriptions++;
        } else {
            text.put('"');
            words(2 + random.below(5));
            text.put('"');
        }
        text.put(",\"location\":\"Room ");
        text.decimal(random.below(400), 1);
        text.put(", ");
        pick(Words.CITIES);
    }

    private void times(int revision) {
        long created = EventTotals.ORIGIN + (random.next() >>> 1) % CREATED_WITHIN;
        text.put("\",\"created_at\":\"");
        text.timestamp(created, Words.ZONES[0]);
        text.put("\",\"updated_at\":\"");
        text.timestamp(created + random.below(1 << 30) + revision * DAY, Words.ZONES[0]);
        long start = created + random.below(1 << 30) / 60_000 * 60_000;
        int zone = random.below(Words.ZONES.length);
        text.put("\",\"start_at\":\"");
        text.timestamp(start, Words.ZONES[zone]);
        text.put("\",\"end_at\":\"");
        text.timestamp(start + (1 + random.below(8)) * 900_000L, Words.ZONES[zone]);
        startMillis += start - EventTotals.ORIGIN - Words.ZONE_HOURS[zone] * HOUR;
    }

    private void numbers(int revision) {
        text.put("\",\"all_day\":");
        truth(random.below(10) == 0);
        text.put(",\"is_recurring\":");
        truth(random.below(3) == 0);
        text.put(",\"sequence\":");
        text.decimal(random.below(9) + revision, 1);
        text.put(",\"priority\":");
        if (random.below(3) == 0) {
            text.put("null");
        } else {
            text.decimal(1 + random.below(5), 1);
        }
        text.put(",\"rating\":");
        text.cents(random.below(500) + revision);
        text.put(",\"cost\":");
        cost();
        text.put(",\"visibility\":\"");
        pick(Words.VISIBILITY);
    }

    private void cost() {
        if (random.below(8) == 0) {
            text.put("null");
        } else {
            int cents = random.below(5_000_000);
            text.cents(cents);
            costCents += cents;
        }
    }

    private void organizer() {
        int who = random.below(200_000);
        text.put("\",\"organizer\":{\"id\":");
        text.decimal(who, 1);
        text.put(",\"email\":\"user");
        text.decimal(who, 1);
        text.put("@example.com\",\"display_name\":\"");
        pick(Words.PEOPLE);
        int city = random.below(Words.CITIES.length);
        text.put("\",\"address\":{\"city\":\"");
        text.put(Words.CITIES[city]);
        text.put("\",\"country\":\"");
        text.put(Words.COUNTRIES[city]);
    }

    private void attendees(int revision) {
        text.put("\"}},\"attendees\":[");
        int count = ((random.below(3) == 0 ? 0 : random.below(6)) + revision) % 6;
        for (int i = 0; i < count; i++) {
            text.put(i == 0 ? "{\"email\":\"guest" : ",{\"email\":\"guest");
            text.decimal(random.below(1_000_000), 1);
            text.put("@example.com\",\"name\":\"");
            pick(Words.PEOPLE);
            text.put("\",\"response\":\"");
            pick(Words.RESPONSE);
            text.put("\",\"optional\":");
            truth(random.below(5) == 0);
            text.put('}');
        }
        attendees += count;
    }

    private void tags() {
        text.put("],\"tags\":[");
        int count = random.below(5);
        for (int i = 0; i < count; i++) {
            text.put(i == 0 ? "\"" : ",\"");
            pick(Words.TAGS);
            text.put('"');
        }
        tags += count;
    }

    /** Some words with blanks between; answers how many characters they are. */
    private int words(int count) {
        int characters = count - 1;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                text.put(' ');
            }
            int word = random.below(Words.TITLE.length);
            text.put(Words.TITLE[word]);
            characters += Words.TITLE_CHARACTERS[word];
        }
        return characters;
    }

    private void pick(byte[][] words) {
        text.put(words[random.below(words.length)]);
    }

    private void truth(boolean value) {
        text.put(value ? "true" : "false");
    }
}
