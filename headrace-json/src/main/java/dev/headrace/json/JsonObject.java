package dev.headrace.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object. Of members with one key the last counts; it stands at the place of the first. */
public final class JsonObject extends JsonValue {
    /** Null until somebody asks. Two threads that ask at a time read the same text twice. */
    private @Nullable Map<String, JsonValue> members;

    /** Null until somebody asks, when all members were read at once or the text is short. */
    private @Nullable MemberBounds bounds;

    private final int levelsLeft;

    JsonObject(byte[] bytes, int start, int end, Map<String, JsonValue> members) {
        super(bytes, start, end);
        this.members = Collections.unmodifiableMap(members);
        this.levelsLeft = 0;
    }

    /** @param levelsLeft in so many levels the values of objects are left for later, this one's first; 0: none are */
    JsonObject(byte[] bytes, int start, int end, @Nullable MemberBounds bounds, int levelsLeft) {
        super(bytes, start, end);
        this.bounds = bounds;
        this.levelsLeft = levelsLeft;
    }

    /** The members in the order of the text. */
    public Map<String, JsonValue> members() {
        Map<String, JsonValue> known = members;
        if (known == null) {
            known = Collections.unmodifiableMap(read(bounds()));
            members = known;
        }
        return known;
    }

    private Map<String, JsonValue> read(MemberBounds all) {
        Map<String, JsonValue> read = new LinkedHashMap<>();
        JsonTree values = JsonTree.within(levelsLeft);
        for (int member = 0; member < all.count(); member++) {
            read.put(all.key(bytes(), member), values.value(bytes(), all.valueStart(member), all.valueEnd(member)));
        }
        return read;
    }

    /**
     * The value of a member, which may be a {@link JsonNull}; null when there is no such member. It is read when it is asked
     * for, and again when it is asked for again.
     */
    public @Nullable JsonValue member(String key) {
        Map<String, JsonValue> known = members;
        if (known != null) {
            return known.get(key);
        }
        MemberBounds all = bounds();
        int member = all.last(bytes(), key);
        return member < 0 ? null : value(all.valueStart(member), all.valueEnd(member));
    }

    MemberBounds bounds() {
        MemberBounds known = bounds;
        if (known == null) {
            known = JsonTree.bounds(this);
            bounds = known;
        }
        return known;
    }

    /** The value of a member that stands there. */
    JsonValue value(int from, int to) {
        return JsonTree.within(levelsLeft).value(bytes(), from, to);
    }

    /** What has become of this one, in a text that begins at index 0. */
    JsonObject changed(byte[] text, int length, MemberBounds changed) {
        return new JsonObject(text, 0, length, changed, levelsLeft);
    }

    @Override
    public Map<String, @Nullable Object> toJava() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members().forEach((key, value) -> map.put(key, value.toJava()));
        return map;
    }
}
