package io.allegiance.training;

import io.allegiance.failure.UsageException;
import io.allegiance.platform.OutputFile;
import io.allegiance.scoring.PredictionRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Predictions as CSV. The file appears whole, with {@link #finish()}, or not at all. */
public final class PredictionFile implements PredictionSink, Closeable {

    private final Path file;
    private final OutputFile output;
    private final PredictionRow row = new PredictionRow();

    private PredictionFile(Path file, OutputFile output) throws IOException {
        this.file = file;
        this.output = output;
        output.stream().write((PredictionRow.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens a file to write; {@code -} is standard output.
     *
     * @throws UsageException when it cannot be written
     */
    public static PredictionFile create(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException("the file " + file + " cannot be written: it is a folder");
        }
        try {
            return new PredictionFile(file, OutputFile.create(file));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void accept(LocalDate cutOff, String customerId, double churn, double expectedPurchases) {
        try {
            row.encode(cutOff, customerId, churn, expectedPurchases).writeTo(output.stream());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Ends the file and gives it its name. */
    public void finish() {
        try {
            output.finish();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UsageException unwritable(Path file, IOException e) {
        return new UsageException(
                "the file " + file + " cannot be written (" + OutputFile.describe(e)
                        + "); name one in a folder that exists, that you may write to and that has room",
                e);
    }

    /** Deletes an unfinished file. */
    @Override
    public void close() {
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
