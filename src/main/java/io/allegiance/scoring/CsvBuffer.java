package io.allegiance.scoring;

import io.allegiance.decimal.AsciiDigits;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A growing buffer of CSV in UTF-8, written field by field without intermediate objects. */
final class CsvBuffer {

    private static final int MOST_BYTES_OF_A_CHAR = 3;
    private static final byte UNMAPPABLE = '?';
    private static final int MOST_WORDS = 1_000;

    private final Map<String, byte[]> words = new HashMap<>();
    private byte[] bytes = new byte[512];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void put(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    /** Text as RFC 4180 has it: in quotes only where needed. An empty text is quoted, for nothing at all means NULL. */
    void text(String text) {
        reserve(text.length() * MOST_BYTES_OF_A_CHAR + 2);
        if (plain(text)) {
            return;
        }
        if (!needsQuotes(text)) {
            unquoted(text);
            return;
        }
        put('"');
        int from = 0;
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', from)) {
            unquoted(text.substring(from, quote + 1));
            put('"');
            from = quote + 1;
        }
        unquoted(text.substring(from));
        put('"');
    }

    /** A text of a vocabulary of few words, which many rows have: its bytes are made once. */
    void word(String word) {
        byte[] known = words.get(word);
        if (known == null) {
            int from = length;
            text(word);
            if (words.size() < MOST_WORDS) {
                words.put(word, Arrays.copyOfRange(bytes, from, length));
            }
            return;
        }
        reserve(known.length);
        System.arraycopy(known, 0, bytes, length, known.length);
        length += known.length;
    }

    /** Writes a decimal given in units of its last digit. */
    void decimal(long units, int digits) {
        reserve(AsciiDigits.MOST);
        length = AsciiDigits.decimal(units, digits, bytes, length);
    }

    /** A date as YYYY-MM-DD. */
    void date(LocalDate date) {
        reserve(AsciiDigits.MOST);
        length = AsciiDigits.date(date, bytes, length);
    }

    /** Most texts are ASCII and need no quotes: they are copied; otherwise nothing is written. */
    private boolean plain(String text) {
        int count = text.length();
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || isSpecial(c)) {
                return false;
            }
            bytes[length + i] = (byte) c;
        }
        length += count;
        return count > 0;
    }

    private void unquoted(String text) {
        reserve(text.length() * MOST_BYTES_OF_A_CHAR);
        int count = text.length();
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate(text.charAt(i + 1))) {
                fourBytes(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                upToThreeBytes(c);
            }
        }
    }

    private void upToThreeBytes(char c) {
        if (Character.isSurrogate(c)) {
            bytes[length++] = UNMAPPABLE;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = continuation(c);
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = continuation(c >> 6);
            bytes[length++] = continuation(c);
        }
    }

    private void fourBytes(int codePoint) {
        bytes[length++] = (byte) (0xF0 | codePoint >> 18);
        bytes[length++] = continuation(codePoint >> 12);
        bytes[length++] = continuation(codePoint >> 6);
        bytes[length++] = continuation(codePoint);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                return true;
            }
        }
        return text.isEmpty();
    }

    private static boolean isSpecial(char c) {
        return c <= ',' && (c == ',' || c == '"' || c == '\n' || c == '\r');
    }
}
