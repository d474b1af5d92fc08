package io.allegiance.training;

import io.allegiance.failure.UsageException;
import io.allegiance.scoring.PredictionRow;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;

/** Predictions as CSV. The file appears whole, with {@link #finish()}, or not at all. */
public final class PredictionFile implements PredictionSink, Closeable {

    private final Path file;
    private final Path part;
    private final OutputStream out;
    private final PredictionRow row = new PredictionRow();

    private PredictionFile(Path file, Path part) throws IOException {
        this.file = file;
        this.part = part;
        this.out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
        out.write((PredictionRow.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens a file to write.
     *
     * @throws UsageException when it cannot be written
     */
    public static PredictionFile create(Path file) {
        Path target = file.toAbsolutePath();
        try {
            if (Files.isDirectory(target)) {
                throw new UsageException("the file " + file + " cannot be written: it is a folder");
            }
            return new PredictionFile(target, target.resolveSibling(target.getFileName() + ".part"));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void accept(LocalDate cutOff, String customerId, double churn, double expectedPurchases) {
        try {
            row.encode(cutOff, customerId, churn, expectedPurchases).writeTo(out);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Ends the file and gives it its name. */
    public void finish() {
        try {
            out.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UsageException unwritable(Path file, IOException e) {
        return new UsageException(
                "the file " + file + " cannot be written (" + e.getClass().getSimpleName()
                        + "); name one in a folder that exists, that you may write to and that has room",
                e);
    }

    /** Deletes an unfinished file. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
