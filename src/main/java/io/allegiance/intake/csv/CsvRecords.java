package io.allegiance.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.container.StoredFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The records of a text. Bytes of UTF-8 go through the parser as they are (ISO 8859-1), so that one line with bad bytes
 * spoils no other.
 */
final class CsvRecords implements Records {

    /**
     * Appended to the end of the text. When the parser does not return it as a separate record, a quoted field
     * was still open, which the parser itself does not report.
     */
    private static final String END = "\u0002allegiance-end-of-file\u0003";

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final StoredFile stored;
    private final FileForm form;
    private final CsvLineHandler handler = new CsvLineHandler();
    private final CsvReader<CsvLine> reader;
    private final Iterator<CsvLine> records;

    CsvRecords(String name, StoredFile stored, TextLayout layout) throws IOException {
        this.name = name;
        this.stored = stored;
        TextEncoding encoding = TextEncoding.of(stored.text(), layout.charset(), name);
        BufferedInputStream text = new BufferedInputStream(encoding.decode(stored.text()), BUFFER);
        byte[] start = peek(text);
        OtherText.refuse(TextEncoding.ofUtf8(start), name);
        DelimiterFinder found = DelimiterFinder.of(start, layout.findDelimiter());
        this.form = FileForm.ofText(stored.wrapping(), encoding.charset(), found.delimiter());
        this.reader = settings(found.delimiter()).build(handler, bounded(text), StandardCharsets.ISO_8859_1);
        this.records = reader.iterator();
        if (found.announced()) {
            next();
        }
    }

    /** The parser's settings, the same wherever a line is parsed. */
    static CsvReader.CsvReaderBuilder settings(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(CsvFile.LONGEST_FIELD);
    }

    private static byte[] peek(BufferedInputStream text) throws IOException {
        text.mark(BUFFER);
        byte[] start = text.readNBytes(BUFFER);
        text.reset();
        return start;
    }

    private static InputStream bounded(InputStream text) {
        byte[] end = ("\n" + END + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return new SequenceInputStream(text, new ByteArrayInputStream(end));
    }

    /** @throws UsageException when the file is cut off or damaged, or a quote is never closed */
    @Override
    public Optional<CsvLine> next() {
        try {
            if (!records.hasNext()) {
                throw new IllegalStateException("read on behind the end of " + name);
            }
            CsvLine line = records.next();
            return isEnd(line) ? Optional.empty() : Optional.of(line);
        } catch (UncheckedIOException e) {
            throw stored.failure(cause(e));
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

    @Override
    public double share() {
        return stored.share();
    }

    @Override
    public FileForm form() {
        return form;
    }

    @Override
    public void close() throws IOException {
        try (stored) {
            reader.close();
        }
    }
}
