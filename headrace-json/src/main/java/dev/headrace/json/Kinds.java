package dev.headrace.json;

/** The kind of a value by its first byte: tables of the constants of {@link JsonScanner}, 0 for bytes that begin none. */
final class Kinds {
    private static final byte[] STRICT = table("");
    private static final byte[] LENIENT = table("NI");

    private Kinds() {}

    /** The table to use; not to be changed. */
    static byte[] of(boolean nonFinite) {
        return nonFinite ? LENIENT : STRICT;
    }

    private static byte[] table(String moreNumbers) {
        byte[] table = new byte[256];
        enter(table, "-0123456789" + moreNumbers, JsonScanner.NUMBER);
        enter(table, "\"", JsonScanner.STRING);
        enter(table, "t", JsonScanner.TRUE);
        enter(table, "f", JsonScanner.FALSE);
        enter(table, "n", JsonScanner.NULL);
        enter(table, "{", JsonScanner.OBJECT);
        enter(table, "[", JsonScanner.ARRAY);
        return table;
    }

    private static void enter(byte[] table, String firsts, int kind) {
        firsts.chars().forEach(first -> table[first] = (byte) kind);
    }
}
