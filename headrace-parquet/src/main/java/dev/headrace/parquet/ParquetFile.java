package dev.headrace.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file that is read from its first row to its last. Only what load packages hold can be read: flat and optional
 * columns, PLAIN or dictionary-encoded in one page per row group, not compressed or with zstd
 * (format 1: parquet.apache.org/docs/file-format). Used by one thread.
 */
public final class ParquetFile implements AutoCloseable {

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
    private static final int END = Integer.BYTES + MAGIC.length;

    private final Path file;
    private final FileChannel channel;
    private final Footer footer;
    private final List<ColumnValues> columns;
    private final byte[][] chunks;
    private byte[] packed = {};
    private @Nullable ChunkUnpacker unpacker;

    private ParquetFile(Path file, FileChannel channel, Footer footer) {
        this.file = file;
        this.channel = channel;
        this.footer = footer;
        this.columns = footer.fields().stream()
                .map(field -> new ColumnValues(field.type()))
                .toList();
        this.chunks = new byte[columns.size()][0];
    }

    /** @throws IOException when it cannot be read, or is not such a file */
    public static ParquetFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new ParquetFile(file, channel, readFooter(channel));
        } catch (RuntimeException e) {
            channel.close();
            throw damaged(file, "", e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Footer readFooter(FileChannel channel) throws IOException {
        byte[] end = read(channel, channel.size() - END, END, new byte[0]);
        if (!Arrays.equals(MAGIC, 0, MAGIC.length, end, Integer.BYTES, END)) {
            throw new DamagedFileException("its end is missing");
        }
        int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] bytes = read(channel, channel.size() - END - length, length, new byte[0]);
        return Footer.parse(bytes);
    }

    /** The fields in file order. */
    public List<ParquetField> fields() {
        return footer.fields();
    }

    /** How many row groups there are. */
    public int groups() {
        return footer.groups().size();
    }

    /**
     * Reads a row group; the one that was read before is no longer valid.
     *
     * @param index from 0
     */
    public RowGroup read(int index) throws IOException {
        Footer.Group group = footer.groups().get(index);
        for (int i = 0; i < columns.size(); i++) {
            try {
                chunks[i] = readChunk(group.chunks().get(i), chunks[i]);
                columns.get(i).reset(chunks[i], group.rows());
            } catch (RuntimeException e) {
                throw damaged(file, "column '" + fields().get(i).name() + "': ", e);
            }
        }
        return new RowGroup(group.rows(), columns);
    }

    private byte[] readChunk(Footer.Chunk chunk, byte[] spare) throws IOException {
        if (!chunk.isPacked()) {
            return read(channel, chunk.start(), chunk.length(), spare);
        }
        if (unpacker == null) {
            unpacker = ChunkUnpacker.create();
        }
        packed = read(channel, chunk.start(), chunk.length(), packed);
        return unpacker.unpack(packed, chunk.length(), spare);
    }

    /**
     * @param spare is used for the result when it is large enough
     * @return begins with the bytes that were read
     */
    private static byte[] read(FileChannel channel, long position, int length, byte[] spare) throws IOException {
        if (position < 0 || length < 0 || position + length > channel.size()) {
            throw new DamagedFileException("it is shorter than it says");
        }
        byte[] target = spare.length < length ? new byte[length] : spare;
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new DamagedFileException("it is shorter than it says");
            }
        }
        return target;
    }

    /** @param where in the file, with what stands between it and the reason */
    private static IOException damaged(Path file, String where, RuntimeException cause) {
        String reason = cause instanceof DamagedFileException ? cause.getMessage() : "it is damaged (" + cause + ")";
        return new IOException(file + " cannot be read as a Parquet file of a load package: " + where + reason, cause);
    }

    @Override
    public void close() throws IOException {
        if (unpacker != null) {
            unpacker.close();
        }
        channel.close();
    }
}
