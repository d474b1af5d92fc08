package io.allegiance.intake;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/** Lines of receipts, into {@code transaction_line}. */
final class TransactionFeed implements Feed<KeyedLine> {

    private final TransactionReader reader;
    private final TransactionLines lines;

    TransactionFeed(IntakeSettings settings, TransactionLines lines) {
        this.reader = new TransactionReader(settings);
        this.lines = lines;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.TRANSACTION;
    }

    @Override
    public void survey(LineFields fields, long lineNumber, EqualLines equals) throws RejectedLineException {
        boolean keysGiven = fields.has(Column.TRANSACTION_ID)
                && !fields.text(Column.TRANSACTION_ID).isEmpty()
                && !fields.text(fields.has(Column.LINE_KEY) ? Column.LINE_KEY : Column.LINE_NUMBER)
                        .isEmpty();
        if (!keysGiven) {
            equals.add(ContentHash.of(reader.read(fields)), lineNumber);
        }
    }

    @Override
    public KeyedLine read(LineFields fields, long lineNumber, EqualLines equals) throws RejectedLineException {
        TransactionLine line = reader.read(fields);
        ContentHash hash = ContentHash.of(line);
        if (line.transactionId().isEmpty()) {
            String key = hash.key(equals.occurrence(lineNumber));
            return new KeyedLine(line.withKeys(key, key), hash);
        }
        return line.lineKey().isEmpty()
                ? new KeyedLine(line.withKeys(line.transactionId(), hash.key(equals.occurrence(lineNumber))), hash)
                : new KeyedLine(line, hash);
    }

    @Override
    public LocalDate day(KeyedLine line) {
        return line.line().occurredAt().toLocalDate();
    }

    @Override
    public Landed land(List<KeyedLine> chunk, Landing landing) {
        long replaced = landing.replace() ? lines.deleteReplaced(chunk, landing.importId()) : 0;
        long landed = lines.insertNew(chunk, landing.importId());
        BitSet conflicts = landed == chunk.size() ? new BitSet() : lines.findConflicts(chunk);
        return new Landed(landed, replaced, conflicts);
    }
}
