package dev.headrace.engine.normalise;

import dev.headrace.json.JsonScanner;
import dev.headrace.source.PageRecords;
import java.util.List;

/** Finds the records of a page in one pass over its bytes. */
final class PageReader {

    /** Takes what is found. */
    interface Records {

        /** The record that comes next in the scanner; must be read to its end. */
        void take(JsonScanner scanner, byte[] page);

        /** As {@link #take} for every record of the list that comes next; answers how many there are. */
        default int takeList(JsonScanner scanner, byte[] page) {
            int count = 0;
            scanner.beginArray();
            while (scanner.nextElement()) {
                take(scanner, page);
                count++;
            }
            return count;
        }

        /** Everything taken before was from a value that is replaced further on. */
        void restart();
    }

    /** Reads over the records. */
    static final Records SKIPPED = new Records() {
        @Override
        public void take(JsonScanner scanner, byte[] page) {
            scanner.skipValue();
        }

        @Override
        public void restart() {}
    };

    /** Counts the records, and leaves it to others to find out whether they are JSON. */
    static final Records COUNTED = new Records() {
        @Override
        public void take(JsonScanner scanner, byte[] page) {
            scanner.skipValue();
        }

        @Override
        public int takeList(JsonScanner scanner, byte[] page) {
            return scanner.skimArray();
        }

        @Override
        public void restart() {}
    };

    private static final PageRecords NOWHERE = new PageRecords(0, -1, -1);

    private final JsonScanner scanner = new JsonScanner();
    private byte[] page = {};
    private List<String> path = List.of();
    private Records records = SKIPPED;

    /** Reads the bytes from {@code start} to before {@code end}; all of them are checked, on whatever side of the records. */
    PageRecords read(byte[] bytes, int start, int end, List<String> keys, Records target) {
        page = bytes;
        path = keys;
        records = target;
        scanner.reset(bytes, start, end);
        PageRecords found = readValue(0);
        scanner.endDocument();
        return found;
    }

    private PageRecords readValue(int depth) {
        if (depth == path.size()) {
            return readRecords();
        }
        if (scanner.peekValue() == JsonScanner.OBJECT) {
            return readObject(depth);
        }
        scanner.skipValue();
        return NOWHERE;
    }

    private PageRecords readObject(int depth) {
        PageRecords found = NOWHERE;
        boolean seen = false;
        scanner.beginObject();
        while (scanner.nextKey()) {
            if (!Keys.text(page, scanner).equals(path.get(depth))) {
                scanner.skipValue();
                continue;
            }
            if (seen) {
                records.restart();
            }
            seen = true;
            found = readValue(depth + 1);
        }
        return found;
    }

    private PageRecords readRecords() {
        int kind = scanner.peekValue();
        int start = scanner.position();
        int count = 0;
        if (kind == JsonScanner.ARRAY) {
            count = records.takeList(scanner, page);
        } else if (kind == JsonScanner.NULL) {
            scanner.readNull();
        } else {
            records.take(scanner, page);
            count = 1;
        }
        return new PageRecords(count, start, scanner.position());
    }
}
