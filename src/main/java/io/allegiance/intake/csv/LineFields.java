package io.allegiance.intake.csv;

import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The fields of one line by column, as text. */
public final class LineFields {

    private final Header header;
    private final CsvLine line;

    public LineFields(Header header, CsvLine line) throws RejectedLineException {
        if (line.fields().size() != header.width()) {
            throw new RejectedLineException(
                    RejectionReason.WRONG_FIELD_COUNT,
                    "the line has " + line.fields().size() + " fields, the header " + header.width());
        }
        this.header = header;
        this.line = line;
    }

    public boolean has(Column column) {
        return header.has(column);
    }

    /** The text without white space around it; empty where the line or the file has none. */
    public String text(Column column) throws RejectedLineException {
        int position = header.position(column);
        if (position < 0) {
            return "";
        }
        String field = line.fields().get(position);
        return isAscii(field) ? field.strip() : decode(column, field).strip();
    }

    private static boolean isAscii(String field) {
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String decode(Column column, String field) throws RejectedLineException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(field.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RejectedLineException(RejectionReason.INVALID_UTF8, column.title() + " is not UTF-8");
        }
    }
}
