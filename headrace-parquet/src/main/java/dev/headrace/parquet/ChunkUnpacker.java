package dev.headrace.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/**
 * Brings chunks that are compressed with zstd into the form that they would have if they were not. What they say of their
 * sizes is not believed before it has been compared. Used by one thread.
 */
final class ChunkUnpacker implements AutoCloseable {

    /** Four bytes of zstd are 128 kB at most. */
    private static final long MOST_RATIO = 32 * 1024;

    private final ZstdDecompressCtx zstd;

    private ChunkUnpacker(ZstdDecompressCtx zstd) {
        this.zstd = zstd;
    }

    static ChunkUnpacker create() {
        try {
            return new ChunkUnpacker(new ZstdDecompressCtx());
        } catch (LinkageError e) {
            throw new DamagedFileException("it is compressed, and zstd's native library does not load on this machine ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ")");
        }
    }

    /**
     * @param packed begins with a chunk of {@code length} bytes
     * @param spare is used for the result when it is large enough
     * @return begins with the chunk, not compressed
     */
    byte[] unpack(byte[] packed, int length, byte[] spare) {
        int whole = wholeLength(packed, length);
        byte[] target = spare.length < whole ? new byte[whole] : spare;
        int written = 0;
        for (int at = 0; at < length; ) {
            PageHeader page = PageHeader.read(packed, at);
            System.arraycopy(packed, at, target, written, page.start() - at);
            written += page.start() - at;
            unpack(packed, page, target, written);
            written += page.length();
            at = page.storedEnd();
        }
        return target;
    }

    private static int wholeLength(byte[] packed, int length) {
        int whole = 0;
        for (int at = 0; at < length; ) {
            PageHeader page = PageHeader.read(packed, at);
            check(packed, length, page);
            whole = Math.addExact(whole, Math.addExact(page.start() - at, page.length()));
            at = page.storedEnd();
        }
        return whole;
    }

    private static void check(byte[] packed, int length, PageHeader page) {
        if (page.stored() <= 0 || page.stored() > length - page.start()) {
            throw new DamagedFileException("a page has " + page.stored() + " bytes, which are not there");
        }
        long told = Zstd.getFrameContentSize(packed, page.start(), page.stored());
        if (told != page.length() || told > page.stored() * MOST_RATIO) {
            throw new DamagedFileException(
                    "a page of " + page.stored() + " bytes cannot become " + page.length() + " bytes");
        }
    }

    private void unpack(byte[] packed, PageHeader page, byte[] target, int at) {
        try {
            int size = zstd.decompressByteArray(target, at, page.length(), packed, page.start(), page.stored());
            if (size != page.length()) {
                throw new DamagedFileException("a page has become " + size + " bytes, not " + page.length());
            }
        } catch (ZstdException e) {
            throw new DamagedFileException("a page cannot be decompressed: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        zstd.close();
    }
}
