package io.allegiance.intake.format;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.TransactionReader;
import io.allegiance.intake.format.file.FormatFolder;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file read through a format, as an import in Berlin with the euro reads it.
 *
 * @param lines those that were accepted, in the order of the file, without cancellations
 * @param cancelled the transactions that lines cancel
 * @param rejections line, reason and detail of the others: {@code 3 BAD_TIME: occurred_at is no date or time}
 * @param use what the file was taken for
 */
record MappedFile(List<TransactionLine> lines, List<String> cancelled, List<String> rejections, FormatUse use) {

    static final IntakeSettings SETTINGS = new IntakeSettings(ZoneId.of("Europe/Berlin"), "EUR");
    static final FormatFolder SHIPPED = new FormatFolder(Path.of("no-such-folder"));

    /** Reads a file whose header tells the format. */
    static MappedFile read(Path file) {
        return read(file, FormatOptions.NONE);
    }

    static MappedFile read(Path file, FormatOptions options) {
        return read(file, SHIPPED.choose(options));
    }

    static MappedFile read(Path file, FormatChoice choice) {
        TransactionReader reader = new TransactionReader(SETTINGS);
        List<TransactionLine> lines = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();
        List<String> rejections = new ArrayList<>();
        try (FormattedFile input =
                FormattedFile.open(InputFile.of(file), ImportKind.TRANSACTION, choice, SETTINGS.zone())) {
            for (Optional<CsvLine> line = input.next(); line.isPresent(); line = input.next()) {
                try {
                    TransactionLine read = reader.read(new LineFields(input.header(), line.get()));
                    if (read.type() == TransactionType.CANCELLED) {
                        cancelled.add(read.transactionId());
                    } else {
                        lines.add(read);
                    }
                } catch (RejectedLineException e) {
                    Rejection rejection = input.explain(e.rejection());
                    rejections.add(line.get().number() + " " + rejection.reason() + ": " + rejection.detail());
                }
            }
            return new MappedFile(lines, cancelled, rejections, input.use());
        }
    }

    /** Transaction, key, customer, time, type, amount in ten-thousandths and currency of each line. */
    List<String> summary() {
        return lines.stream()
                .map(line -> String.join(
                        " ",
                        line.transactionId(),
                        line.lineKey(),
                        line.customerId().isEmpty() ? "-" : line.customerId(),
                        line.occurredAt().toString(),
                        line.type().name(),
                        Long.toString(line.amount()),
                        line.currency().isEmpty() ? "EUR" : line.currency()))
                .toList();
    }
}
