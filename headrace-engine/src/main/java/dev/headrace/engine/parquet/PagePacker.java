package dev.headrace.engine.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import dev.headrace.ConfigException;
import dev.headrace.load.PackageCompression;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Compresses pages with zstd before they are written. One does so for all files that a thread writes, however many are open:
 * what it needs for that is a few megabytes outside of Java's heap. Closed by whoever made it, when no file is written any more.
 */
public final class PagePacker implements AutoCloseable {

    /** The number of zstd in the format. */
    static final int CODEC = 6;

    /** Higher levels take twice the time and save next to nothing here; docs/decisions/0025 has figures. */
    private static final int LEVEL = 1;

    private static final int FIRST_CAPACITY = 256 * 1024;

    private final ZstdCompressCtx zstd;
    private PageBuffer page = new PageBuffer(FIRST_CAPACITY);
    private ByteBuffer packed = ByteBuffer.allocateDirect(0);

    private PagePacker(ZstdCompressCtx zstd) {
        this.zstd = zstd;
    }

    /** Writes the content of a page. */
    @FunctionalInterface
    interface Content {
        void write(ByteOutput to) throws IOException;
    }

    /**
     * What is needed for files that are compressed that way; null: nothing is.
     *
     * @throws ConfigException when this machine cannot do so
     */
    public static @Nullable PagePacker of(PackageCompression compression) {
        return switch (compression) {
            case NONE -> null;
            case ZSTD -> zstd();
        };
    }

    private static PagePacker zstd() {
        try {
            return new PagePacker(new ZstdCompressCtx().setLevel(LEVEL));
        } catch (LinkageError e) {
            throw new ConfigException(
                    "Cannot compress load packages: zstd's native library does not load on this machine ("
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + "). Leave 'package_compression: zstd' out, or set it to 'none'.",
                    e);
        }
    }

    /**
     * A page, compressed; valid until the next one is.
     *
     * @param length how many bytes {@code content} writes
     */
    ByteBuffer pack(int length, Content content) throws IOException {
        if (page.capacity() < length) {
            page = new PageBuffer(withReserve(length));
        }
        page.clear();
        content.write(page);
        ByteBuffer whole = page.page();
        int most = Math.toIntExact(Zstd.compressBound(whole.remaining()));
        if (packed.capacity() < most) {
            packed = ByteBuffer.allocateDirect(withReserve(most));
        }
        int size = zstd.compressDirectByteBuffer(packed, 0, most, whole, 0, whole.remaining());
        return packed.duplicate().limit(size);
    }

    /** Pages differ a little in length, and each new buffer waits for the collector. */
    private static int withReserve(int length) {
        return Math.addExact(length, length >> 3);
    }

    @Override
    public void close() {
        zstd.close();
    }
}
