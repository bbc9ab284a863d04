package dev.headrace.parquet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Parquet file that is read from its first row to its last. Only what load packages hold can be read: flat and optional
 * columns, PLAIN or dictionary-encoded in one page per row group, not compressed (format 1:
 * parquet.apache.org/docs/file-format). Used by one thread.
 */
public final class ParquetFile implements AutoCloseable {

    private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
    private static final int END = Integer.BYTES + MAGIC.length;

    private final Path file;
    private final FileChannel channel;
    private final Footer footer;
    private final List<ColumnValues> columns;
    private final byte[][] chunks;

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
            throw damaged(file, e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static Footer readFooter(FileChannel channel) throws IOException {
        byte[] end = new byte[END];
        read(channel, channel.size() - END, end, END);
        if (!Arrays.equals(MAGIC, 0, MAGIC.length, end, Integer.BYTES, END)) {
            throw new DamagedFileException("its end is missing");
        }
        int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] bytes = new byte[length];
        read(channel, channel.size() - END - length, bytes, length);
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
        try {
            List<ColumnValues> read = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).reset(readChunk(i, group.chunks().get(i)), group.rows());
                read.add(columns.get(i));
            }
            return new RowGroup(group.rows(), read);
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
    }

    private byte[] readChunk(int column, Footer.Chunk chunk) throws IOException {
        if (chunks[column].length < chunk.length()) {
            chunks[column] = new byte[chunk.length()];
        }
        read(channel, chunk.start(), chunks[column], chunk.length());
        return chunks[column];
    }

    private static void read(FileChannel channel, long position, byte[] target, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new DamagedFileException("it is shorter than it says");
            }
        }
    }

    private static IOException damaged(Path file, RuntimeException cause) {
        String reason = cause instanceof DamagedFileException ? cause.getMessage() : "it is damaged (" + cause + ")";
        return new IOException(file + " cannot be read as a Parquet file of a load package: " + reason, cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
