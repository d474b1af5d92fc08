package io.allegiance.platform;

import io.allegiance.platform.terminal.Terminal;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.jspecify.annotations.Nullable;

/**
 * A file that a command writes for its user. A regular file appears whole, with {@link #finish()}, or stays as it was;
 * links to it are followed and stay links. A pipe or a device is written through, and {@code -} is standard output:
 * there, what was written before a failure cannot be taken back. On a terminal, standard output shows no character that the terminal would
 * obey.
 *
 * <p>A new file may be read by its owner alone; one of this user's that was there keeps its permissions. Links and pipes that another user,
 * root apart, has laid are refused, and so is a link of his to a folder above the file where everybody may lay one: they would take the
 * file elsewhere.
 */
public final class OutputFile implements Closeable {

    private static final Path STANDARD_OUTPUT = Path.of("-");
    private static final Path DEVICE_OF_STANDARD_OUTPUT = Path.of("/dev/stdout");
    private static final Path DEVICES = Path.of("/dev/fd");
    private static final Path PROCESSES = Path.of("/proc");
    private static final int MOST_LINKS = 40;
    private static final int BUFFER = 1 << 16;

    private final @Nullable Replacement replacement;
    private final OutputStream out;

    private OutputFile(@Nullable Replacement replacement, OutputStream out) {
        this.replacement = replacement;
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    /** An unfinished file and the one whose place it takes. */
    private record Replacement(Path unfinished, Path target) {}

    /** Returns whether a file name of the command line means standard output. */
    public static boolean isStandardOutput(Path file) {
        return file.equals(STANDARD_OUTPUT) || file.equals(DEVICE_OF_STANDARD_OUTPUT);
    }

    /**
     * Opens a file to write.
     *
     * @throws IOException when it cannot be written: a folder, a folder that is not there, missing rights
     */
    public static OutputFile create(Path file) throws IOException {
        if (isStandardOutput(file)) {
            OutputStream out = new Unclosed(System.out);
            return new OutputFile(null, Terminal.ofProcess().out() ? new PrintableStream(out) : out);
        }
        requireNoForeignFolder(file);
        Path target = followLinks(file.toAbsolutePath());
        if (Files.isDirectory(target)) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            if (!isOfSystem(target) && ProcessUid.isOfAnother(target)) {
                throw new FileSystemException(file.toString(), null, "is a pipe or a device of another user");
            }
            return new OutputFile(null, Files.newOutputStream(target, StandardOpenOption.WRITE));
        }
        return replacing(target);
    }

    /* A name that nobody can guess and that was free: whoever may write to the folder cannot lay a link in its way. */
    private static OutputFile replacing(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        Path unfinished = Files.createTempFile(folder, "." + target.getFileName() + "-", ".part");
        return new OutputFile(
                new Replacement(unfinished, target), Files.newOutputStream(unfinished, StandardOpenOption.WRITE));
    }

    /** Writes a text as the whole of a file, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        try (OutputFile output = create(file)) {
            output.stream().write(text.getBytes(StandardCharsets.UTF_8));
            output.finish();
        }
    }

    private static void requireNoForeignFolder(Path file) throws IOException {
        Path link = ForeignLinks.findInOpenFolder(file).orElse(null);
        if (link != null && !isOfSystem(link)) {
            throw new FileSystemException(file.toString(), null, "there is a link of another user on the way: " + link);
        }
    }

    /** Says why a file cannot be written, for a message that names the file itself. */
    public static String describe(IOException failure) {
        return failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure.getClass().getSimpleName();
    }

    private static Path followLinks(Path file) throws IOException {
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target) && !leadsToPipeOrDevice(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(file.toString(), null, "is a link that leads in a circle");
            }
            if (!isOfSystem(target) && ProcessUid.isOfAnother(target)) {
                throw new FileSystemException(file.toString(), null, "is a link of another user");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
        }
        return target;
    }

    /** What is open in this process may have been opened by somebody else, for this process. */
    private static boolean isOfSystem(Path file) {
        return file.startsWith(DEVICES) || file.startsWith(PROCESSES);
    }

    /* Such as /dev/fd/3: what it names may not exist as a path, like pipe:[4711]. */
    private static boolean leadsToPipeOrDevice(Path link) {
        return Files.exists(link) && !Files.isRegularFile(link) && !Files.isDirectory(link);
    }

    /** Returns where to write; closing it is left to this file. */
    public OutputStream stream() {
        return out;
    }

    /** Ends the file and gives it its name. */
    public void finish() throws IOException {
        out.close();
        if (replacement != null) {
            keepPermissions(replacement);
            Files.move(replacement.unfinished(), replacement.target(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void keepPermissions(Replacement replacement) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(replacement.target(), PosixFileAttributeView.class);
        if (view != null
                && Files.exists(replacement.target())
                && ProcessUid.ownerOf(replacement.target()).equals(ProcessUid.ownerOf(replacement.unfinished()))) {
            Files.setPosixFilePermissions(
                    replacement.unfinished(), view.readAttributes().permissions());
        }
    }

    /** Deletes an unfinished file. */
    @Override
    public void close() throws IOException {
        out.close();
        if (replacement != null) {
            Files.deleteIfExists(replacement.unfinished());
        }
    }

    /** Standard output, which others write to afterwards. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream standardOutput) {
            super(standardOutput);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
