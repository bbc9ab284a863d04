package dev.headrace.json;

import java.util.Arrays;

/**
 * Where the members of an object stand in its text, in the order of the text: those with equal keys are all there.
 * Immutable.
 */
final class MemberBounds {
    private static final int EACH = 4;
    private static final int USUAL = 12;

    /**
     * For each member: first byte of the key, its closing quote, or the complement of that if the key has escapes, first byte
     * of the value, behind the value.
     */
    private final int[] bounds;

    private MemberBounds(int[] bounds) {
        this.bounds = bounds;
    }

    /** Finds or takes the members of one object after the other. */
    static final class Builder {
        private int[] bounds = new int[USUAL * EACH];
        private int length;

        /** Begins anew with the object that comes next in a scanner, which reads the keys and passes over the values. */
        void find(JsonScanner scanner) {
            length = 0;
            scanner.beginObject();
            while (scanner.nextKey()) {
                int keyStart = scanner.keyStart();
                int keyEnd = scanner.keyEnd();
                boolean escapes = scanner.keyHasEscapes();
                scanner.peekValue();
                int valueStart = scanner.position();
                scanner.skipValue();
                add(keyStart, keyEnd, escapes, valueStart, scanner.position());
            }
        }

        /** @param keyEnd the index of the closing quote */
        void add(int keyStart, int keyEnd, boolean escapes, int valueStart, int valueEnd) {
            if (length == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * length);
            }
            bounds[length] = keyStart;
            bounds[length + 1] = escapes ? ~keyEnd : keyEnd;
            bounds[length + 2] = valueStart;
            bounds[length + 3] = valueEnd;
            length += EACH;
        }

        /** Adds some members of others, whose text stands so many bytes later here. */
        void addMoved(MemberBounds others, int from, int behind, int by) {
            for (int member = from; member < behind; member++) {
                add(
                        others.keyStart(member) + by,
                        others.keyEnd(member) + by,
                        others.keyHasEscapes(member),
                        others.valueStart(member) + by,
                        others.valueEnd(member) + by);
            }
        }

        /** No longer than it must be: it is kept as long as the object is, and a page may have a million of them. */
        MemberBounds build() {
            return new MemberBounds(Arrays.copyOf(bounds, length));
        }
    }

    int count() {
        return bounds.length / EACH;
    }

    int keyStart(int member) {
        return bounds[member * EACH];
    }

    int keyEnd(int member) {
        int end = bounds[member * EACH + 1];
        return end < 0 ? ~end : end;
    }

    boolean keyHasEscapes(int member) {
        return bounds[member * EACH + 1] < 0;
    }

    int valueStart(int member) {
        return bounds[member * EACH + 2];
    }

    int valueEnd(int member) {
        return bounds[member * EACH + 3];
    }

    /** Whether nothing but the colon stands between key and value. */
    boolean isTight(int member) {
        return valueStart(member) == keyEnd(member) + 2;
    }

    /** Whether nothing but a comma stands between the member before and this one. */
    boolean isNextTo(int member) {
        return keyStart(member) - 2 == valueEnd(member - 1);
    }

    String key(byte[] text, int member) {
        return JsonString.decode(text, keyStart(member), keyEnd(member), keyHasEscapes(member));
    }

    /** The last member with a key, which is the one that counts; -1 if there is none. */
    int last(byte[] text, String key) {
        int member = count() - 1;
        while (member >= 0 && !isNamed(text, member, key)) {
            member--;
        }
        return member;
    }

    boolean isNamed(byte[] text, int member, String key) {
        int start = keyStart(member);
        if (keyHasEscapes(member)) {
            return key(text, member).equals(key);
        }
        int length = keyEnd(member) - start;
        if (key.length() > length) {
            return false; // no character takes less than a byte
        }
        for (int index = 0; index < key.length(); index++) {
            char wanted = key.charAt(index);
            if (wanted >= 0x80) {
                return key(text, member).equals(key);
            }
            if (text[start + index] != wanted) {
                return false;
            }
        }
        return key.length() == length;
    }
}
