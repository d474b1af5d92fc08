package io.allegiance.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.allegiance.failure.RetryableException;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a CSV file, gzipped or not, record by record in little memory. Bytes go through the parser as they are
 * (ISO 8859-1), so that one line with bad UTF-8 spoils no other.
 */
public final class CsvFile implements Closeable {

    /** A longer field is treated as an unclosed quote. */
    static final int LONGEST_FIELD = 4 * 1024 * 1024;

    /**
     * Appended to the end of the file. When the parser does not return it as a separate record, a quoted field
     * was still open, which the parser itself does not report.
     */
    private static final String END = "\u0002allegiance-end-of-file\u0003";

    private final String name;
    private final long bytes;
    private final SeekableByteChannel channel;
    private final CsvLineHandler handler = new CsvLineHandler();
    private final CsvReader<CsvLine> reader;
    private final Iterator<CsvLine> records;

    private CsvFile(Path file, SeekableByteChannel channel, char delimiter) throws IOException {
        this.name = file.toString();
        this.channel = channel;
        this.bytes = channel.size();
        this.reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, bounded(text(channel)), StandardCharsets.ISO_8859_1);
        this.records = reader.iterator();
    }

    /** @throws UsageException when the file does not exist, cannot be read or is empty */
    public static CsvFile open(Path file) {
        return open(file, ',');
    }

    /** The same of a file whose fields are parted by another character than a comma. */
    public static CsvFile open(Path file, char delimiter) {
        refuseUnreadable(file);
        try {
            SeekableByteChannel channel = Files.newByteChannel(file);
            return openAt(file, channel, delimiter);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static CsvFile openAt(Path file, SeekableByteChannel channel, char delimiter) throws IOException {
        try {
            return new CsvFile(file, channel, delimiter);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void refuseUnreadable(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException(file + " is not a file that can be read twice (a folder or a pipe, perhaps).");
        }
        if (!Files.isReadable(file)) {
            throw new UsageException("The file " + file + " may not be read by this user.");
        }
    }

    private InputStream text(SeekableByteChannel source) throws IOException {
        if (bytes == 0) {
            throw new UsageException("The file " + name + " is empty.");
        }
        BufferedInputStream raw = new BufferedInputStream(Channels.newInputStream(source), 1 << 16);
        byte[] start = peek(raw);
        InputStream plain = startsWith(start, 0x1f, 0x8b) ? new GZIPInputStream(raw, 1 << 16) : raw;
        BufferedInputStream text = new BufferedInputStream(plain, 1 << 16);
        return withoutMark(text);
    }

    private InputStream withoutMark(BufferedInputStream text) throws IOException {
        byte[] start = peek(text);
        if (startsWith(start, 0xfe, 0xff) || startsWith(start, 0xff, 0xfe)) {
            throw new UsageException("The file " + name + " is UTF-16; save it as UTF-8.");
        }
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            text.skipNBytes(3);
        }
        return text;
    }

    private static InputStream bounded(InputStream text) {
        byte[] end = ("\n" + END + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return new SequenceInputStream(text, new ByteArrayInputStream(end));
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] start = in.readNBytes(3);
        in.reset();
        return start;
    }

    private static boolean startsWith(byte[] start, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws UsageException when the first line is not a header of that kind */
    public Header header(ImportKind kind) {
        CsvLine first = next().orElseThrow(() -> new UsageException("The file " + name + " is empty."));
        return Header.of(first, kind, name);
    }

    /**
     * Returns the next record that is not a blank line; empty at the end.
     *
     * @throws UsageException when the file is cut off or damaged, or a quote is never closed
     */
    public Optional<CsvLine> next() {
        try {
            if (!records.hasNext()) {
                throw new IllegalStateException("read on behind the end of " + name);
            }
            CsvLine line = records.next();
            return isEnd(line) ? Optional.empty() : Optional.of(line);
        } catch (UncheckedIOException e) {
            throw unreadable(name, cause(e));
        } catch (CsvParseException e) {
            throw new UsageException(
                    "In the file " + name + " the record that begins on line " + handler.lineNumber()
                            + " holds more than 4 million characters, perhaps because of a quote that is never closed;"
                            + " nothing landed.",
                    e);
        }
    }

    private static IOException cause(UncheckedIOException e) {
        IOException cause = e.getCause();
        return cause == null ? new IOException(e) : cause;
    }

    private boolean isEnd(CsvLine line) {
        List<String> fields = line.fields();
        if (fields.size() == 1 && fields.get(0).equals(END)) {
            return true;
        }
        if (fields.get(fields.size() - 1).endsWith(END + "\n")) {
            throw new UsageException("In the file " + name + " the record that begins on line " + line.number()
                    + " opens a quote that is never closed; nothing landed.");
        }
        return false;
    }

    /*
     * The channel closes itself when its thread is interrupted, which is how an import is stopped: between two reads,
     * so never inside a chunk.
     */

    /** Returns the share of the file that was read, 0 to 1. */
    public double share() {
        try {
            return (double) channel.position() / bytes;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static RuntimeException unreadable(String name, IOException e) {
        if (e instanceof EOFException) {
            return new UsageException("The gzip file " + name + " is cut off; fetch it again. Nothing landed.", e);
        }
        if (e instanceof ZipException) {
            return new UsageException("The gzip file " + name + " is damaged; fetch it again. Nothing landed.", e);
        }
        if (e instanceof ClosedByInterruptException) {
            return new StoppedException(
                    "The import was stopped on request; the same command carries on and lands nothing twice.", e);
        }
        return new RetryableException("The file " + name + " could not be read to its end; run the command again.", e);
    }

    @Override
    public void close() {
        try {
            reader.close();
            channel.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
