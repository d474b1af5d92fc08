package io.allegiance.platform.load;

import io.allegiance.decimal.AsciiDigits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows as {@code LOAD DATA} reads them: texts in UTF-8, tab between fields, line feed after rows, backslash before what
 * would be mistaken, {@code \N} for NULL.
 */
final class RowBuffer {

    private static final byte FIELD = '\t';
    private static final byte ROW = '\n';
    private static final byte ESCAPE = '\\';
    private static final byte COMMA = ',';
    private static final byte QUOTE = '"';
    private static final int FIRST_CAPACITY = 64 * 1024;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;
    private int rows;
    private int columns;
    private int columnsOfRow = -1;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    int rows() {
        return rows;
    }

    void clear() {
        size = 0;
        rows = 0;
    }

    void appendValue(@Nullable String value) {
        beginField();
        if (value == null) {
            ensure(2);
            bytes[size++] = ESCAPE;
            bytes[size++] = 'N';
        } else if (!addPlain(value)) {
            addEncoded(value);
        }
    }

    void addBytes(byte[] value) {
        beginField();
        ensure(2 * value.length);
        for (byte b : value) {
            addByte(b);
        }
    }

    /** Adds a decimal given in units of its last digit. */
    void addDecimal(long units, int digits) {
        beginField();
        ensure(AsciiDigits.MOST);
        size = AsciiDigits.decimal(units, digits, bytes, size);
    }

    void addDate(LocalDate date) {
        beginField();
        ensure(AsciiDigits.MOST);
        size = AsciiDigits.date(date, bytes, size);
    }

    /** Adds the fields of a row of CSV. */
    void addCsv(byte[] row) {
        int at = 0;
        do {
            at = addCsvField(row, at) + 1;
        } while (at <= row.length);
    }

    /** Adds the field that begins there; gives where it ends. */
    private int addCsvField(byte[] row, int from) {
        beginField();
        ensure(2 * (row.length - from) + 2);
        if (from == row.length || row[from] == COMMA) {
            bytes[size++] = ESCAPE;
            bytes[size++] = 'N';
            return from;
        }
        return row[from] == QUOTE ? addQuoted(row, from + 1) : addUnquoted(row, from);
    }

    private int addUnquoted(byte[] row, int from) {
        int at = from;
        for (; at < row.length && row[at] != COMMA; at++) {
            if (needsNoEscape(row[at])) {
                bytes[size++] = row[at];
            } else {
                addByte(row[at]);
            }
        }
        return at;
    }

    private int addQuoted(byte[] row, int from) {
        int at = from;
        for (; row[at] != QUOTE || at + 1 < row.length && row[at + 1] == QUOTE; at++) {
            at += row[at] == QUOTE ? 1 : 0;
            addByte(row[at]);
        }
        return at + 1;
    }

    /** In UTF-8, the bytes of a character beyond ASCII are negative and need no escape. */
    private static boolean needsNoEscape(byte b) {
        return (b > '\r' || b < 0) && b != ESCAPE;
    }

    void endRow() {
        if (columnsOfRow >= 0 && columns != columnsOfRow) {
            throw new IllegalStateException("a row has " + columns + " values and the one before " + columnsOfRow);
        }
        columnsOfRow = columns;
        columns = 0;
        ensure(1);
        bytes[size++] = ROW;
        rows++;
    }

    /** Adds a whole row as {@link #endRow()} left it. */
    void addRow(byte[] row) {
        ensure(row.length);
        System.arraycopy(row, 0, bytes, size, row.length);
        size += row.length;
        rows++;
    }

    private void beginField() {
        if (columns++ > 0) {
            ensure(1);
            bytes[size++] = FIELD;
        }
    }

    /**
     * Most values are ASCII and need no escape: they are copied; otherwise nothing is added. The separators of lists
     * need none.
     */
    private boolean addPlain(String value) {
        int length = value.length();
        ensure(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c > '~' || !needsNoEscape((byte) c)) {
                return false;
            }
            bytes[size + i] = (byte) c;
        }
        size += length;
        return true;
    }

    private void addEncoded(String value) {
        ByteBuffer encoded = encode(value);
        ensure(2 * encoded.remaining());
        while (encoded.hasRemaining()) {
            addByte(encoded.get());
        }
    }

    private void addByte(byte b) {
        byte escaped = switch (b) {
            case FIELD -> (byte) 't';
            case ROW -> (byte) 'n';
            case '\r' -> (byte) 'r';
            case ESCAPE -> ESCAPE;
            case 0 -> (byte) '0';
            default -> 0;
        };
        if (escaped != 0) {
            bytes[size++] = ESCAPE;
            bytes[size++] = escaped;
        } else {
            bytes[size++] = b;
        }
    }

    /** Half a surrogate pair is an error here: replaced by a question mark it would become another value. */
    private static ByteBuffer encode(String value) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        try {
            return encoder.encode(CharBuffer.wrap(value));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text value holds half of a surrogate pair", e);
        }
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + more, 2 * bytes.length));
        }
    }
}
