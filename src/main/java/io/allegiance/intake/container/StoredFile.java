package io.allegiance.intake.container;

import io.allegiance.failure.RetryableException;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * A file, unpacked while it is read: what is in it, plain, in gzip or alone in a zip, is either a workbook or a stream of
 * bytes that is taken for text. The content decides, never the name.
 *
 * <p>For one thread. When it is interrupted, which is how an import is stopped, the next read ends with
 * {@link StoppedException}.
 */
public final class StoredFile implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_WRAPPINGS = 2;
    private static final long LARGEST_WORKBOOK = 1L << 30;

    private final String name;
    private final SeekableByteChannel channel;
    private final long bytes;
    private final Deque<Closeable> opened = new ArrayDeque<>();
    private String wrapping = "";
    private @Nullable BufferedInputStream text;
    private @Nullable Path workbook;
    private @Nullable CheckedEntry entry;

    private StoredFile(Path file, SeekableByteChannel channel) throws IOException {
        this.name = file.toString();
        this.channel = channel;
        this.bytes = channel.size();
        opened.push(channel);
    }

    /**
     * Opens a file.
     *
     * @throws UsageException when it does not exist, cannot be read twice, is empty, or is of a kind that cannot be read
     */
    public static StoredFile open(Path file) {
        requireReadable(file);
        try {
            StoredFile stored = new StoredFile(file, Files.newByteChannel(file));
            stored.openContent(file);
            return stored;
        } catch (IOException e) {
            throw failure(file.toString(), "", e);
        }
    }

    /**
     * Requires that a file can be read twice.
     *
     * @throws UsageException when it does not exist, is no ordinary file, or may not be read
     */
    public static void requireReadable(Path file) {
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

    private void openContent(Path file) {
        try {
            if (bytes == 0) {
                throw new UsageException("The file " + name + " is empty.");
            }
            BufferedInputStream raw = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
            Optional<Signature> signature = Signature.find(peek(raw));
            if (signature.isPresent() && signature.get().isZip()) {
                openZip(file);
            } else {
                openStream(raw, 0);
            }
        } catch (IOException e) {
            RuntimeException failure = failure(e);
            closeQuietly();
            throw failure;
        } catch (RuntimeException e) {
            closeQuietly();
            throw e;
        }
    }

    private void openZip(Path file) throws IOException {
        wrapping = "zip file";
        ZipContents zip = new ZipContents(channel, name);
        opened.push(zip);
        if (zip.isWorkbook()) {
            wrapping = "";
            workbook = file;
            return;
        }
        ZipArchiveEntry entry = zip.requireOneFile();
        wrapping = "zip file (" + entry.getName() + ")";
        this.entry = zip.open(entry);
        openStream(new BufferedInputStream(this.entry, BUFFER), 1);
    }

    private void openStream(BufferedInputStream in, int wrappings) throws IOException {
        opened.push(in);
        Signature signature = Signature.find(peek(in)).orElse(null);
        if (signature == null) {
            text = in;
        } else if (signature == Signature.GZIP && wrappings < MOST_WRAPPINGS) {
            wrapping = wrapping.isEmpty() ? "gzip file" : wrapping;
            openStream(new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER), wrappings + 1);
        } else if (signature == Signature.ZIP) {
            workbook = copyWorkbook(in);
        } else if (signature == Signature.OLE2 && wrappings == 0 && OldWorkbook.isEncrypted(channel)) {
            throw new UsageException("The file " + name
                    + " is a workbook protected by a password; save it without the password, as .xlsx or CSV.");
        } else {
            String refusal = signature.findRefusal().orElse("is packed more than once; unpack it first");
            throw new UsageException(
                    "The " + (wrappings == 0 ? "" : "content of the ") + "file " + name + " " + refusal + ".");
        }
    }

    /** A workbook is read at random, so one that is packed is unpacked into a temporary file. */
    private Path copyWorkbook(InputStream in) throws IOException {
        TemporaryCopy copy = TemporaryCopy.create("workbook.xlsx");
        opened.push(copy);
        copy.write(in, LARGEST_WORKBOOK);
        try (ZipContents zip = new ZipContents(Files.newByteChannel(copy.file()), name)) {
            if (!zip.isWorkbook()) {
                throw new UsageException("The file " + name + " holds a zip file once more; unpack it first.");
            }
        }
        return copy.file();
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(Signature.LENGTH + 1);
        byte[] start = in.readNBytes(Signature.LENGTH);
        in.reset();
        return start;
    }

    /** Finds the workbook, a file that lasts as long as this is open; empty where the content is text. */
    public Optional<Path> findWorkbook() {
        return Optional.ofNullable(workbook);
    }

    /**
     * The bytes of the text.
     *
     * @throws IllegalStateException when the content is a workbook
     */
    public BufferedInputStream text() {
        if (text == null) {
            throw new IllegalStateException(name + " is a workbook");
        }
        return text;
    }

    /** What the content is packed in, for a person; empty where it is not packed. */
    public String wrapping() {
        return wrapping;
    }

    /** Returns the share of the file's bytes, or of its one file's in a zip, that was read, 0 to 1. */
    public double share() {
        try {
            return entry == null ? Math.min(1, (double) channel.position() / bytes) : entry.share();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Turns a failure to read on into what a person is told. */
    public RuntimeException failure(IOException e) {
        return failure(name, wrapping, e);
    }

    private static RuntimeException failure(String name, String wrapping, IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return new StoppedException(
                    "The import was stopped on request; the same command carries on and lands nothing twice.", e);
        }
        if (wrapping.startsWith("zip")) {
            return new UsageException(
                    "The zip file " + name + " is cut off or damaged; fetch it again. Nothing landed.", e);
        }
        if (e instanceof EOFException) {
            return new UsageException("The gzip file " + name + " is cut off; fetch it again. Nothing landed.", e);
        }
        if (e instanceof ZipException) {
            return new UsageException("The gzip file " + name + " is damaged; fetch it again. Nothing landed.", e);
        }
        return new RetryableException("The file " + name + " could not be read to its end; run the command again.", e);
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException | RuntimeException e) {
            // What went wrong first is told.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
