package dev.headrace.bench.stages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headrace.bench.events.EventSet;
import dev.headrace.bench.events.PageWriter;
import java.util.ArrayList;
import java.util.List;

/** Pages of one peculiarity each, besides the usual ones; about 4 million characters of each kind. */
public enum PageKind {
    /** The events of the API. */
    USUAL(1.25) {
        @Override
        List<byte[]> pages() {
            EventSet events = EventSet.first(5000);
            PageWriter writer = new PageWriter(events);
            List<byte[]> pages = new ArrayList<>();
            for (long page = 1; page <= events.pages(1000); page++) {
                pages.add(writer.page(page, 1000));
            }
            return pages;
        }
    },

    /** 20 keys, in an order of its own in each record. */
    SHUFFLED {
        @Override
        void members(RecordText record) {
            int[] order = new int[20];
            for (int i = 0; i < order.length; i++) {
                int other = record.random().nextInt(i + 1);
                order[i] = order[other];
                order[other] = i;
            }
            for (int field : order) {
                member(record, field);
            }
        }
    },

    /** About 6 of 60 keys. */
    SPARSE {
        @Override
        void members(RecordText record) {
            for (int field = 0; field < 60; field++) {
                if (record.random().nextInt(10) == 0) {
                    member(record, field);
                }
            }
        }
    },

    /** Objects in objects, 12 levels of them, with two values at each. */
    DEEP {
        @Override
        void members(RecordText record) {
            nest(record, 12);
        }

        private void nest(RecordText record, int levels) {
            member(record, 2 * levels);
            member(record, 2 * levels + 1);
            if (levels > 1) {
                record.key("inner");
                record.open('{');
                nest(record, levels - 1);
                record.close('}');
            }
        }
    },

    /** Four texts of 500 words, about 3 kB, at most. */
    LONG {
        @Override
        void members(RecordText record) {
            member(record, 1);
            for (int i = 0; i < 4; i++) {
                record.key("text_" + i);
                record.words(record.random().nextInt(500));
            }
        }
    },

    /** 300 columns. */
    WIDE {
        @Override
        void members(RecordText record) {
            for (int field = 0; field < 300; field++) {
                member(record, field);
            }
        }
    },

    /** 20 lists of one to three objects: 20 nested tables. */
    TABLES {
        @Override
        void members(RecordText record) {
            member(record, 0);
            for (int list = 0; list < 20; list++) {
                record.key("list_" + list);
                record.open('[');
                for (int rows = record.random().nextInt(3); rows >= 0; rows--) {
                    record.open('{');
                    member(record, list);
                    member(record, list + 1);
                    record.close('}');
                }
                record.close(']');
            }
        }
    },

    /** Texts in other scripts than Latin. */
    FOREIGN {
        @Override
        void members(RecordText record) {
            member(record, 1);
            for (int i = 0; i < 10; i++) {
                record.key("text_" + i);
                record.foreignWords(1 + record.random().nextInt(8));
            }
        }
    };

    private static final int PAGES = 5;
    private static final int PAGE_CHARACTERS = 830_000;

    private final double bound;

    PageKind() {
        this(1.5);
    }

    PageKind(double bound) {
        this.bound = bound;
    }

    /** How many times as long as a bare loop over tokens the way to columns may take. */
    double bound() {
        return bound;
    }

    /** Pages with their records at {@code data}, the same ones every time. */
    List<byte[]> pages() {
        RecordText text = new RecordText(ordinal());
        List<byte[]> pages = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            pages.add(page(text).getBytes(UTF_8));
        }
        return pages;
    }

    private String page(RecordText text) {
        text.open('{');
        text.key("data");
        text.open('[');
        while (text.length() < PAGE_CHARACTERS) {
            text.open('{');
            members(text);
            text.close('}');
        }
        text.close(']');
        text.close('}');
        return text.take();
    }

    /** Writes what one record holds. */
    void members(RecordText record) {
        throw new IllegalStateException(this + " has pages of its own");
    }

    static void member(RecordText record, int field) {
        record.key("field_" + field);
        record.value(field);
    }
}
