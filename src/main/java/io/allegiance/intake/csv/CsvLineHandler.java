package io.allegiance.intake.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.List;

/** Collects the parser's fields into a {@link CsvLine}, up to a bound that protects memory. */
final class CsvLineHandler extends AbstractBaseCsvCallbackHandler<CsvLine> {

    private static final int LONGEST_RECORD = 4 * CsvFile.LONGEST_FIELD;

    private List<String> fields = new ArrayList<>();
    private long size;

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = new ArrayList<>(Math.max(fields.size(), 4));
        size = 0;
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
        size += len + 4L;
        if (size > LONGEST_RECORD) {
            throw new CsvParseException("a record is too long");
        }
        fields.add(new String(buf, offset, len));
    }

    /** The line at which the current record begins. */
    long lineNumber() {
        return getStartingLineNumber();
    }

    @Override
    protected CsvLine buildRecord() {
        return new CsvLine(getStartingLineNumber(), fields);
    }
}
