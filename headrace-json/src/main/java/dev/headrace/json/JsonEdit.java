package dev.headrace.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object while its members change: keys and values that nobody touches are copied as they were written. Members have
 * places, from 0, in the order of the text; added ones come last. Of several with one key the last counts, at the place of
 * the first, as soon as somebody asks for that key, or for many; the others are then gone. Used by one thread.
 */
public final class JsonEdit {
    private static final int MORE = 4;
    private static final int FEW = 8;

    /** For quotes and commas. */
    private static final int ROOM = 32;

    private final JsonObject object;
    private final byte[] text;
    private final MemberBounds before;
    private int count;

    /** New keys by place; null where it is the one in the text. */
    private @Nullable String[] keys;
    /** New values by place, likewise. */
    private @Nullable JsonValue[] values;

    private boolean[] dropped;
    private int asked;
    /** Null as long as few keys were asked for: then looking through all members is quicker. */
    private @Nullable Map<String, Integer> places;

    /** Begins with an object as it is, which does not change itself. */
    public JsonEdit(JsonObject object) {
        this.object = object;
        this.text = object.bytes();
        this.before = object.bounds();
        this.count = before.count();
        this.keys = new String[count];
        this.values = new JsonValue[count];
        this.dropped = new boolean[count];
    }

    /** So many places there are, those of dropped members among them. */
    public int places() {
        return count;
    }

    /** The place of the member with that key, or -1. */
    public int place(String key) {
        if (places == null && ++asked > FEW && count > FEW) {
            places = allPlaces();
        }
        return places == null ? search(key) : places.getOrDefault(key, -1);
    }

    private Map<String, Integer> allPlaces() {
        Map<String, Integer> all = new HashMap<>();
        for (int place = 0; place < count; place++) {
            Integer first = dropped[place] ? null : all.putIfAbsent(key(place), place);
            if (first != null) {
                merged(first, place);
            }
        }
        return all;
    }

    private String key(int place) {
        String changed = keys[place];
        return changed == null ? before.key(text, place) : changed;
    }

    private int search(String key) {
        int first = -1;
        for (int place = 0; place < count; place++) {
            if (isNamed(place, key)) {
                first = first < 0 ? place : merged(first, place);
            }
        }
        return first;
    }

    private int merged(int first, int later) {
        values[first] = value(later);
        dropped[later] = true;
        return first;
    }

    private boolean isNamed(int place, String key) {
        if (dropped[place]) {
            return false;
        }
        String changed = keys[place];
        return changed == null ? before.isNamed(text, place, key) : changed.equals(key);
    }

    /** The value at a place. */
    public JsonValue value(int place) {
        JsonValue changed = values[place];
        return changed == null ? object.value(before.valueStart(place), before.valueEnd(place)) : changed;
    }

    /** Puts another value at a place. */
    public void put(int place, JsonValue value) {
        values[place] = value;
    }

    /** Puts a value where that key is, or behind all others with that key. */
    public void put(String key, JsonValue value) {
        int place = place(key);
        put(place < 0 ? added(key) : place, value);
    }

    private int added(String key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count + MORE);
            values = Arrays.copyOf(values, count + MORE);
            dropped = Arrays.copyOf(dropped, count + MORE);
        }
        keys[count] = key;
        if (places != null) {
            places.put(key, count);
        }
        return count++;
    }

    /** Gives the member at a place another key. */
    public void rename(int place, String key) {
        if (places != null) {
            places.remove(key(place), place);
            places.put(key, place);
        }
        keys[place] = key;
    }

    /** Drops the member at a place. */
    public void drop(int place) {
        if (places != null) {
            places.remove(key(place), place);
        }
        dropped[place] = true;
    }

    /** The object as it is now, in a text of its own that begins at index 0. */
    public JsonObject object() {
        TextBuffer changed = new TextBuffer(object.end() - object.start() + ROOM);
        MemberBounds.Builder after = new MemberBounds.Builder();
        changed.add('{');
        for (int place = 0; place < count; ) {
            int behind = behindUntouched(place);
            if (behind > place) {
                copy(place, behind, changed, after);
            } else if (!dropped[place]) {
                write(place, changed, after);
            }
            place = Math.max(behind, place + 1);
        }
        changed.add('}');
        return object.changed(changed.bytes(), changed.length(), after.build());
    }

    /** The place behind the members that stand there as they will, in one piece of the text; the same if there are none. */
    private int behindUntouched(int place) {
        int behind = place;
        while (isUntouched(behind) && (behind == place || before.isNextTo(behind))) {
            behind++;
        }
        return behind;
    }

    private boolean isUntouched(int place) {
        return place < before.count()
                && !dropped[place]
                && keys[place] == null
                && values[place] == null
                && before.isTight(place);
    }

    private void copy(int place, int behind, TextBuffer changed, MemberBounds.Builder after) {
        separate(changed);
        int start = before.keyStart(place) - 1;
        after.addMoved(before, place, behind, changed.length() - start);
        changed.add(text, start, before.valueEnd(behind - 1));
    }

    private static void separate(TextBuffer changed) {
        if (changed.length() > 1) {
            changed.add(',');
        }
    }

    private void write(int place, TextBuffer changed, MemberBounds.Builder after) {
        separate(changed);
        int keyStart = changed.length() + 1;
        boolean escapes = writeKey(place, changed);
        int valueStart = changed.length();
        JsonValue value = values[place];
        if (value == null) {
            changed.add(text, before.valueStart(place), before.valueEnd(place));
        } else {
            changed.add(value);
        }
        after.add(keyStart, valueStart - 2, escapes, valueStart, changed.length());
    }

    /** Writes the key in quotes, and a colon; tells whether it may have escapes. */
    private boolean writeKey(int place, TextBuffer changed) {
        String key = keys[place];
        if (key != null) {
            return changed.addKey(key);
        }
        changed.add(text, before.keyStart(place) - 1, before.keyEnd(place) + 1);
        changed.add(':');
        return before.keyHasEscapes(place);
    }
}
