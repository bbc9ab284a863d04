package dev.headrace.engine;

import dev.headrace.DataException;
import dev.headrace.engine.normalise.CountingSink;
import dev.headrace.quarantine.RefusedRecord;
import dev.headrace.source.Addition;
import dev.headrace.source.JsonSlice;
import dev.headrace.source.PageOrigin;
import dev.headrace.source.PageRecords;
import dev.headrace.source.RecordChanges;
import dev.headrace.source.RecordCount;
import dev.headrace.source.RecordSink;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lets another sink write pages in the background, while the source asks for the next one. Where a source must know at
 * once how many records there are and where they end, that takes a pass over the page that is several times quicker than
 * writing it, and finds pages that are cut off or are no JSON from the start. A fault inside of a record is found as it is
 * written, and told at the next call.
 *
 * <p>The first megabytes are written at once: a small load would pay for the second pass and gain nothing. So are very large
 * pages, which must not be in memory twice.
 */
final class BackgroundSink implements RecordSink {

    /** Bytes of pages that are written at once. */
    static final long AT_ONCE = 8L << 20;

    private static final int LARGEST_COPIED = 16 << 20;

    private final RecordSink sink;
    private final CountingSink counter;
    private final Background background;
    private final PageCopies copies = new PageCopies();
    private final long atOnce;
    private long bytes;
    private @Nullable PageOrigin origin;
    private boolean isTold;

    /** @param atOnce how many bytes of pages are written before the background takes over */
    BackgroundSink(String resource, RecordSink sink, Background background, long atOnce) {
        this.sink = sink;
        this.counter = CountingSink.trusting(resource);
        this.background = background;
        this.atOnce = atOnce;
    }

    @Override
    public PageRecords writePage(byte[] page, int length, List<String> path, List<Addition> additions) {
        if (isAtOnce(length)) {
            tell(origin);
            return sink.writePage(page, length, path, additions);
        }
        PageRecords found = counter.writePage(page, length, path, additions);
        List<Addition> kept = detached(additions);
        give(page, length, copy -> sink.writePage(copy, length, path, kept).count());
        return found;
    }

    @Override
    public RecordCount writePageLater(byte[] page, int length, List<String> path, List<Addition> additions) {
        List<Addition> kept = detached(additions);
        return writeLater(
                page, length, bytes -> sink.writePage(bytes, length, path, kept).count());
    }

    @Override
    public RecordCount writeChanged(byte[] page, int length, List<String> path, RecordChanges changes) {
        return writeLater(
                page,
                length,
                bytes -> sink.writeChanged(bytes, length, path, changes).await());
    }

    private RecordCount writeLater(byte[] page, int length, ToIntFunction<byte[]> writing) {
        if (isAtOnce(length)) {
            tell(origin);
            return RecordCount.of(writing.applyAsInt(page));
        }
        return give(page, length, writing);
    }

    /** Whether the page is to be written by this thread; all before it are written then. */
    private boolean isAtOnce(int length) {
        bytes += length;
        boolean atFirst = bytes <= atOnce || length > LARGEST_COPIED;
        if (atFirst) {
            background.await();
        }
        return atFirst;
    }

    /** @param writing writes the page whose bytes it gets, and answers how many records it has */
    private BackgroundCount give(byte[] page, int length, ToIntFunction<byte[]> writing) {
        BackgroundCount count = new BackgroundCount(background);
        byte[] copy = copies.of(page, length);
        PageOrigin from = origin;
        background.give(length, () -> {
            tell(from);
            count.read(() -> explained(from, () -> writing.applyAsInt(copy)));
            copies.giveBack(copy);
        });
        return count;
    }

    /** Whoever is told of a failure may be at another page, so that only the origin knows what may be said of this one. */
    private static int explained(@Nullable PageOrigin from, IntSupplier writing) {
        try {
            return writing.getAsInt();
        } catch (DataException e) {
            throw from == null ? e : from.explained(e);
        }
    }

    private static List<Addition> detached(List<Addition> additions) {
        return additions.stream()
                .map(addition -> new Addition(addition.key(), addition.value().detach()))
                .toList();
    }

    private void tell(@Nullable PageOrigin from) {
        if (from != null) {
            sink.from(from);
        }
    }

    @Override
    public void from(PageOrigin page) {
        origin = page;
        isTold = false;
    }

    @Override
    public boolean refuse(RefusedRecord record) {
        background.await();
        tellOrigin();
        return sink.refuse(record);
    }

    /** Records that come one by one are counted from where their page began. */
    private void tellOrigin() {
        if (origin != null && !isTold) {
            sink.from(origin);
            isTold = true;
        }
    }

    @Override
    public void writeRecord(JsonSlice record, List<Addition> additions) {
        background.await();
        tellOrigin();
        sink.writeRecord(record, additions);
    }
}
