package io.allegiance.intake.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of a stream in a file of its own, which its owner alone may read, in the folder for temporary files. Closing
 * deletes it.
 */
public final class TemporaryCopy implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Path file;

    private TemporaryCopy(Path folder, String name) throws IOException {
        this.folder = folder;
        // A temporary file is for its owner alone, and stays so when it gets its name.
        this.file = Files.move(Files.createTempFile(folder, "copy", null), folder.resolve(name));
    }

    /**
     * Creates an empty file.
     *
     * @param name of the file
     * @throws IOException when it cannot be created
     */
    public static TemporaryCopy create(String name) throws IOException {
        return new TemporaryCopy(Files.createTempDirectory("allegiance-input-"), name);
    }

    /**
     * Writes a stream into the file, up to its end; the stream stays open.
     *
     * @param most bytes that it may have
     * @throws IOException when the stream cannot be read or is longer, or there is no room for the file
     */
    public void write(InputStream in, long most) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(in, out, most);
        }
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            copied += count;
            if (copied > most) {
                throw new IOException("longer than " + most + " bytes");
            }
            out.write(buffer, 0, count);
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
